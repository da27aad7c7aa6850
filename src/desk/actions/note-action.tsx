import { z } from 'zod'
import { writeNote } from '../../follow-up/write-note.ts'
import { Checkbox, TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, tick, words } from '../action.ts'

/** A note (catatan): for colleagues, or for the reporter too. It moves nothing. */
export const noteAction = makeAction({
  noun: 'catatan',
  move: () => 'note',
  staysInside: ({ forReporter }) => !forReporter,
  schema: z.object({ text: words('desk_error_note'), forReporter: tick }),
  run: (tx, { actor, setting }, { report }, input, { seenSeq }) =>
    writeNote(tx, actor, report.id, { ...input, seenSeq }, setting),
  Fields: (props) => {
    const { t } = props.duty
    return (
      <>
        <TextArea {...fieldOf('catatan', props, 'text')} label={t.desk_note} hint={t.desk_note_hint} rows={4} />
        <Checkbox
          {...fieldOf('catatan', props, 'forReporter')}
          value="1"
          checked={props.values.forReporter === '1'}
          label={t.desk_note_for_reporter}
        />
      </>
    )
  },
})
