import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { openWordsThrough, type Page } from './break-glass.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import type { Opening } from './opening.ts'

/**
 * Through which openings this person sees the words or pictures of a report: none by duty; else their own, if it holds, which leaves a
 * line in the ledger. Undefined where they do not see them.
 */
export async function seeThroughOpening(
  tx: Tx,
  actor: Actor,
  what: 'casework' | 'attachment',
  report: ReportRow,
  page: Page,
  now: Date,
): Promise<readonly Opening[] | undefined> {
  const isSeen = (openings: readonly Opening[]) => can(actor, 'see', what, secrecyFacts(report, openings), now)
  if (isSeen([])) return []
  const openings = await openWordsThrough(tx, actor, report.id, page, now)
  return isSeen(openings) ? openings : undefined
}
