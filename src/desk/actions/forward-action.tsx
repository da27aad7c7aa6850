import { forwardReport } from '../../disposition/forward-report.ts'
import type { Action } from '../action.ts'
import { ForwardFields } from '../forward-fields.tsx'
import { readForwarding } from '../forwarding.ts'

/** Returns after which only the national desk forwards. */
const bouncesForDeskOnly = 2

/** Verify and forward (teruskan). This publishes, so its route shows first what the public will see. */
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
    const { agency, ...edited } = read.forwarding
    await forwardReport(tx, duty.actor, report.id, { ...edited, agencyId: agency.id, seenSeq }, duty.setting)
    return undefined
  },
}
