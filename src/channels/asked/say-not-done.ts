import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from '../sms/acting.ts'

/** Its office hears that it is not done, and no reason. @param heard what they wrote: a wish to be hidden in it holds */
export function sayNotDone(from: FromSender, reportId: string, heard: string): Promise<Acted> {
  const text = wordsIn('id').sms_not_done_without_reason
  return tellReport({ ...from, heard }, reportId, { text }, { outcome: 'reply' })
}
