import { saysSomething } from '../../intake/clean-text.ts'
import { fileWithoutWayBack } from '../arrivals/file-judged.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, Acting } from './acting.ts'

/**
 * Whoever wrote cannot be answered: the words are a report all the same, for the national desk to look at.
 * @param earlier the report that these words are a late part of
 */
export async function fileForADesk(acting: Acting, text: string, earlier?: string): Promise<Acted> {
  if (earlier)
    return { ...(await tellReport(acting, earlier, { text, isNote: true }, { outcome: 'part' })), say: undefined }
  if (!saysSomething(text)) return { outcome: 'refused', reason: 'empty' }
  const filed = await fileWithoutWayBack(acting, 'sms', [text])
  return 'id' in filed
    ? { outcome: 'quarantined', reason: 'no_number', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}
