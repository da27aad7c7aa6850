import { saysSomething } from '../../intake/clean-text.ts'
import { fileWithoutWayBack } from '../arrivals/file-judged.ts'
import type { Acted, Acting } from './acting.ts'

/** Whoever wrote cannot be answered: the words are a report all the same, for the national desk to look at. */
export async function fileForADesk(acting: Acting, text: string): Promise<Acted> {
  if (!saysSomething(text)) return { outcome: 'refused', reason: 'empty' }
  const filed = await fileWithoutWayBack(acting, 'sms', [text])
  return 'id' in filed
    ? { outcome: 'quarantined', reason: 'no_number', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}
