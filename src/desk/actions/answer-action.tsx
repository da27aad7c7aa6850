import { z } from 'zod'
import { answerReport, outcomes } from '../../follow-up/answer-report.ts'
import { isOnlyForwarded } from '../../follow-up/only-forwarded.ts'
import { Checkbox, RadioCards, TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, tick, words, wrong } from '../action.ts'
import { PhotoField } from '../photo-field.tsx'
import { SmsRoom } from '../sms-room.tsx'

/** Answer (tindak lanjut): outcome, words, evidence. "Sudah diteruskan" alone is asked about once more. */
export const answerAction = makeAction({
  noun: 'jawaban',
  move: () => 'answer',
  pictures: true,
  schema: z.object({
    outcome: z.enum(outcomes, 'desk_error_outcome'),
    text: words('desk_error_answer'),
    sure: tick,
  }),
  run: async (tx, { actor, setting, t }, { report }, { outcome, text, sure }, { seenSeq, attachments }) => {
    if (isOnlyForwarded(text) && !sure) return wrong('text', t.desk_error_only_forwarded)
    return answerReport(tx, actor, report.id, { text, outcome, attachments, seenSeq, sure: true }, setting)
  },
  Fields: (props) => {
    const { t } = props.duty
    return (
      <>
        <RadioCards
          {...fieldOf('jawaban', props, 'outcome')}
          legend={t.desk_outcome}
          choices={outcomes.map((outcome) => ({
            value: outcome,
            title: t[`report_outcome_${outcome}`],
            text: t[`desk_outcome_${outcome}`],
          }))}
        />
        <TextArea
          {...fieldOf('jawaban', props, 'text')}
          label={t.desk_answer}
          hint={<SmsRoom t={t} hint={props.open.report.confidential ? t.desk_confidential_hint : t.desk_answer_hint} />}
          rows={8}
          required
        />
        {props.errors.text && isOnlyForwarded(props.values.text ?? '') ? (
          <Checkbox {...fieldOf('jawaban', props, 'sure')} value="1" label={t.desk_answer_sure} />
        ) : null}
        <PhotoField noun="jawaban" {...props} />
      </>
    )
  },
})
