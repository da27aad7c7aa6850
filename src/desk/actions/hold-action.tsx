import { z } from 'zod'
import { mayHold } from '../../report/clocks/advance.ts'
import { TextArea } from '../../ui/components/index.ts'
import { holdReport } from '../../verification/hold-report.ts'
import { fieldOf, makeAction, words } from '../action.ts'
import { SmsRoom } from '../sms-room.tsx'

/** Hold (tunda): a concrete question for the reporter. One hold per clock. */
export const holdAction = makeAction({
  noun: 'penundaan',
  move: () => 'hold',
  offered: ({ report }) => mayHold(report.clocks, report.stage),
  schema: z.object({ text: words('desk_error_question', 2_000) }),
  run: (tx, { actor, setting }, { report }, { text }, { seenSeq }) =>
    holdReport(tx, actor, report.id, { question: text, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <TextArea
        {...fieldOf('penundaan', props, 'text')}
        label={t.desk_hold_question}
        hint={<SmsRoom t={t} hint={t.desk_hold_hint} />}
        rows={4}
        required
      />
    )
  },
})
