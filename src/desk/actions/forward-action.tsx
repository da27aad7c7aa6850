import { forwardReport } from '../../disposition/forward-report.ts'
import { lockReport } from '../../report/move.ts'
import { ReportNotFound } from '../../report/refusals.ts'
import type { Action } from '../action.ts'
import { earlierWords, isUndecided, leftToParties, withoutLeft } from '../earlier-words.ts'
import { ForwardFields } from '../forward-fields.tsx'
import { approvalOf, readToShow } from '../forward-shown.tsx'
import { readForwarding } from '../forwarding.ts'

/** Returns after which only the national desk forwards. */
const bouncesForDeskOnly = 2

/**
 * Verify and forward (teruskan). This publishes, so its route shows first what the public will see, and nothing is published that
 * was not shown: the form carries what stands for it.
 */
export const forwardAction: Action = {
  noun: 'penerusan',
  move: () => 'forward',
  // The reporter's words have a page of their own, on which a person looks at them.
  edited(duty, values) {
    const read = readForwarding(duty, values)
    return read.ok ? [read.forwarding.title, read.forwarding.text, read.forwarding.place].join('\n') : ''
  },
  offered: ({ report }, { actor }) => actor.role === 'verifier' || report.bounces < bouncesForDeskOnly,
  Fields: ForwardFields,
  perform: async (tx, duty, { report }, { values, seenSeq }) => {
    const read = readForwarding(duty, values)
    if (!read.ok) return read.errors
    // From here on nothing of it changes any more, so what is published is what is compared.
    await lockReport(tx, report.id)
    const still = await readToShow(tx, duty, report.tracking_id, values)
    if (!still) throw new ReportNotFound()
    const { forwarding } = read
    const shown = { ...still, duty, forwarding, open: withoutLeft(still.open, values) }
    if (values.approved !== (await approvalOf(shown))) return { approved: duty.t.desk_error_not_shown }
    const earlier = earlierWords(still.open, values, still.known)
    if (isUndecided(earlier)) return { earlier: duty.t.desk_error_earlier }
    const { agency, ...edited } = forwarding
    const input = { ...edited, agencyId: agency.id, without: leftToParties(earlier), seenSeq }
    await forwardReport(tx, duty.actor, report.id, input, duty.setting)
    return undefined
  },
}
