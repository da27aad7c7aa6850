import type { Directory } from '../../../agencies/directory.ts'
import type { Keyword } from './understood.ts'

/** Of the offices that have one, their aliases included. */
export function keywordsOf({ agencies }: Pick<Directory, 'agencies'>): Keyword[] {
  return agencies.flatMap(({ id, smsKeyword, smsAliases }) => [
    ...(smsKeyword ? [{ word: smsKeyword, agencyId: id }] : []),
    ...smsAliases.map((word) => ({ word, agencyId: id, ...(smsKeyword && { printed: smsKeyword }) })),
  ])
}
