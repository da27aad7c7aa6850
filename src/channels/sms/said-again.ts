import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from './acting.ts'

/** Whoever says the very same while we wait for their word says that it is as it was: an answer to the office, never a repetition. */
export async function saidAgain(
  from: FromSender,
  same: { id: string; stage: string; isSame: boolean },
  text: string,
): Promise<Acted | undefined> {
  if (!same.isSame || (same.stage !== 'answered' && same.stage !== 'on_hold')) return undefined
  return tellReport(from, same.id, { text }, { outcome: 'reply', say: { template: 'noted' } })
}
