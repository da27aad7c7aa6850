import { z } from 'zod'
import { TextArea } from '../../ui/components/index.ts'
import { completeReport } from '../../verification/complete-report.ts'
import { fieldOf, makeAction, maybeWords } from '../action.ts'

/** End a hold without the reporter's answer: the desk may, and whoever asked (or the coordinator above them). */
export const completeAction = makeAction({
  noun: 'kelengkapan',
  move: () => 'complete',
  offered: ({ report, events }, { actor }) => {
    if (actor.role === 'verifier') return true
    const asked = events.findLast((event) => event.move === 'hold')?.agencyId
    return (
      asked === actor.agencyId ||
      (actor.role === 'coordinator' && asked !== null && report.agency_id === actor.agencyId)
    )
  },
  schema: z.object({ text: maybeWords() }),
  run: (tx, { actor, setting }, { report }, { text }, { seenSeq }) =>
    completeReport(tx, actor, report.id, { text, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <TextArea
        {...fieldOf('kelengkapan', props, 'text')}
        label={t.desk_complete_reason}
        optional={t.common_optional}
        rows={3}
      />
    )
  },
})
