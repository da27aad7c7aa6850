import type { Directory } from '../../../agencies/directory.ts'
import type { Keyword } from './understood.ts'

/** Of the offices that have one. */
export function keywordsOf({ agencies }: Pick<Directory, 'agencies'>): Keyword[] {
  return agencies.flatMap(({ id, smsKeyword }) => (smsKeyword ? [{ word: smsKeyword, agencyId: id }] : []))
}
