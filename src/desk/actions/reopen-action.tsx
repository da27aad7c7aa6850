import { z } from 'zod'
import { reopenReport } from '../../closing/reopen-report.ts'
import { TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, words } from '../action.ts'

/** Open a closed report again (buka kembali); how often is public. */
export const reopenAction = makeAction({
  noun: 'pembukaan-kembali',
  move: () => 'reopen',
  schema: z.object({ text: words('desk_error_reopen') }),
  run: (tx, { actor, setting }, { report }, { text }, { seenSeq }) =>
    reopenReport(tx, actor, report.id, { reason: text, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <TextArea
        {...fieldOf('pembukaan-kembali', props, 'text')}
        label={t.desk_reopen}
        hint={t.desk_reopen_hint}
        rows={4}
        required
      />
    )
  },
})
