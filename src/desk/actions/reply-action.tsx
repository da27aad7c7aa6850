import { z } from 'zod'
import { replyToAnswer } from '../../follow-up/reply-to-answer.ts'
import { TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, words } from '../action.ts'

/** The desk finds that an answer does not settle it (belum selesai): back to the office, with a new clock B. */
export const replyAction = makeAction({
  noun: 'balasan',
  move: () => 'reply',
  schema: z.object({ text: words('desk_error_reply') }),
  run: (tx, { actor, setting }, { report }, { text }, { seenSeq }) =>
    replyToAnswer(tx, actor, report.id, { text, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <TextArea
        {...fieldOf('balasan', props, 'text')}
        label={t.desk_reply}
        hint={t.desk_reply_hint}
        rows={5}
        required
      />
    )
  },
})
