import type { Tx } from '../report/as.ts'
import { lookThrough, type Page } from '../secrecy/break-glass.ts'
import type { Opening } from '../secrecy/opening.ts'
import type { Duty } from './duty.ts'
import { type OpenReport, openReport } from './open-report.ts'

/**
 * Open a report by its ID; where its words are closed to this person, through their opening if there is one, which leaves a line
 * in the ledger. Undefined when there is none for this actor.
 */
export async function openThrough(tx: Tx, duty: Duty, trackingId: string): Promise<OpenReport | undefined> {
  const open = await openReport(tx, duty.setting.rules.keeper, trackingId)
  if (!open || open.words) return open
  const openings = await openingsFor(tx, duty, open.report.id, 'page')
  const again = openings.length > 0 ? await openReport(tx, duty.setting.rules.keeper, trackingId) : undefined
  return again ? { ...again, openings } : open
}

/** The opening of a report's words that holds for this person now, written down as used. */
export async function openingsFor(tx: Tx, duty: Duty, reportId: string, page: Page): Promise<Opening[]> {
  const { accountId, role } = duty.actor
  if (!accountId || (role !== 'verifier' && role !== 'supervisor')) return []
  const look = await lookThrough(tx, reportId, 'text', page, duty.setting.now)
  return look ? [{ accountId, what: 'text', until: look.ends_at }] : []
}
