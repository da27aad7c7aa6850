import { isPublicNow } from '../../secrecy/become-public.ts'
import { lockReport } from '../../report/move.ts'
import { ReportNotFound } from '../../report/refusals.ts'
import { redactReport } from '../../verification/redact-report.ts'
import type { Action } from '../action.ts'
import { outThen, readToRedact, redactedApproval, standingWords, withPieces } from '../redacting.tsx'

/**
 * Take words out of what the public reads, replies and answers included, or put them back. Its route shows first what the public will read then, and nothing becomes
 * so that was not shown.
 */
export const redactAction: Action = {
  noun: 'penyamaran',
  move: () => 'redact',
  offered: ({ report, words }) => isPublicNow(report) && words !== null,
  // Nobody types words of their own into it: what was there comes and goes.
  edited: () => '',
  Fields: () => null,
  perform: async (tx, duty, { report }, { values, seenSeq }) => {
    await lockReport(tx, report.id)
    const still = await readToRedact(tx, duty, report.tracking_id)
    if (!still) throw new ReportNotFound()
    if (values.approved !== (await redactedApproval(duty, still, values)))
      return { approved: duty.t.desk_error_not_shown }
    const standing = standingWords(still.open)
    const words = withPieces(duty, still.open, values)
    const changed = (['title', 'text', 'place'] as const).filter((name) => words[name] !== standing[name])
    const redacted = Object.fromEntries(changed.map((name) => [name, words[name]]))
    const out = outThen(duty, still.open, values)
    const said = out.join() === still.open.out.join() ? {} : { out }
    await redactReport(tx, duty.actor, report.id, { ...redacted, ...said }, duty.setting, seenSeq)
    return undefined
  },
}
