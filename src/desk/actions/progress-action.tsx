import { z } from 'zod'
import { reportProgress } from '../../follow-up/report-progress.ts'
import { TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, words } from '../action.ts'
import { PhotoField } from '../photo-field.tsx'

/** Tell how it goes (perkembangan): public, and no answer; clock B goes on. */
export const progressAction = makeAction({
  noun: 'perkembangan',
  move: () => 'report_progress',
  pictures: true,
  schema: z.object({ text: words('desk_error_progress') }),
  run: (tx, { actor, setting }, { report }, { text }, { seenSeq, attachments }) =>
    reportProgress(tx, actor, report.id, { text, attachments, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <>
        <TextArea
          {...fieldOf('perkembangan', props, 'text')}
          label={t.desk_progress}
          hint={props.open.report.confidential ? t.desk_confidential_hint : t.desk_progress_hint}
          rows={5}
          required
        />
        <PhotoField noun="perkembangan" {...props} />
      </>
    )
  },
})
