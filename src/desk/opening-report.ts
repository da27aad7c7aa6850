import type { Tx } from '../report/as.ts'
import { openWordsThrough } from '../secrecy/break-glass.ts'
import type { Duty } from './duty.ts'
import { type OpenReport, openReport } from './open-report.ts'

/**
 * Open a report by its ID; where its words are closed to this person, through their opening if there is one, which leaves a line
 * in the ledger. Undefined when there is none for this actor.
 */
export async function openThrough(tx: Tx, duty: Duty, trackingId: string): Promise<OpenReport | undefined> {
  const open = await openReport(tx, duty, trackingId)
  if (!open || open.words) return open
  const openings = await openWordsThrough(tx, duty.actor, open.report.id, 'page', duty.setting.now)
  return openings.length > 0 ? openReport(tx, duty, trackingId, openings) : open
}
