import { z } from 'zod'
import { Select, TextArea } from '../../ui/components/index.ts'
import { archiveReasons, archiveReport } from '../../verification/archive-report.ts'
import { fieldOf, makeAction, words } from '../action.ts'

/** The system's own reason is nobody's choice. */
const reasons = archiveReasons.filter((reason) => reason !== 'unanswered')

/** Archive (arsipkan): a public reason and a note to the reporter. */
export const archiveAction = makeAction({
  noun: 'pengarsipan',
  move: () => 'archive',
  offered: ({ report }) => report.stage === 'received' || report.resume_stage === 'received',
  schema: z.object({ reason: z.enum(reasons, 'desk_error_reason'), text: words('desk_error_archive', 4_000) }),
  run: (tx, { actor, setting }, { report }, { reason, text }, { seenSeq }) =>
    archiveReport(tx, actor, report.id, { reason, note: text, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <>
        <Select
          {...fieldOf('pengarsipan', props, 'reason')}
          label={t.desk_archive_reason}
          blank={t.common_choose}
          options={reasons.map((reason) => ({ value: reason, label: t[`public_archive_${reason}`] }))}
          required
        />
        <TextArea
          {...fieldOf('pengarsipan', props, 'text')}
          label={t.desk_archive_note}
          hint={props.open.report.published_at ? t.desk_archive_note_public : t.desk_archive_note_hint}
          rows={4}
          required
        />
      </>
    )
  },
})
