import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { lastSpan } from '../report/clocks/clocks.ts'
import { endOfDay } from '../report/clocks/day.ts'
import { moveReport, type ReportRow } from '../report/move.ts'
import { audienceOfSaid, type Said } from '../secrecy/before-publishing.ts'
import { carefulOfNumbers } from '../secrecy/careful-of-numbers.ts'

/**
 * Whether a message that a door had at `receivedAt` came before the silence was over, though the lapse was recorded first
 * (domain, section 5): a gateway may hand on in the morning what somebody sent before midnight.
 */
export function cameBeforeLapse(report: ReportRow, receivedAt: Date): boolean {
  const silence = report.clocks.findLast((clock) => clock.kind === 'lapse')
  if (report.stage !== 'closed' || report.manner !== 'silent' || !silence?.settled) return false
  return receivedAt < endOfDay(silence.settled, lastSpan(silence).zone)
}

/**
 * The reply that should have stopped the lapse: the report goes back to the office with a new clock B and does not count
 * as reopened, for it should never have been closed.
 * @throws ReportNotFound · PointsAtSomebody · MoveRefused
 */
export async function undoLapse(
  tx: Tx,
  actor: Actor,
  reportId: string,
  reply: Said & { seenSeq?: number },
  { directory, rules, now }: Setting,
) {
  const { text, seenSeq, attachments } = reply
  const care = await carefulOfNumbers(tx, actor, reportId, text, reply.care)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'reopen',
      text,
      audience: (report) => audienceOfSaid(report, actor, { ...reply, care }),
      seenSeq,
      data: { undoes: 'lapse' },
      changes: attachments ? { attachments } : {},
      office: (report) => owingOffice(directory, report),
    },
    rules,
    now,
  )
}
