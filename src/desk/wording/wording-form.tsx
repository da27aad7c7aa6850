import { placeholdersOf } from '../../notifications/wording/check-wording.ts'
import { digest, publicAnswer } from '../../notifications/table.ts'
import { isMailAnswer, type WordedDoor, type Wording, type WordingName } from '../../notifications/wording/delivered.ts'
import { Button, Field, fieldId, TextArea } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
import type { Vocabulary } from '../../ui/words/index.ts'
import type { FormErrors } from '../action.ts'
import type { Duty } from '../duty.ts'

type Props = {
  duty: Duty
  door: WordedDoor
  name: WordingName
  wording: Wording
  /** The version that stands now, 0 for none. */
  seen: number
  errors?: FormErrors
}

/** The form in which the national desk writes a message's words anew. */
export function WordingForm({ duty, door, name, wording, seen, errors = {} }: Props) {
  const { t, locale } = duty
  const { allowed, required } = placeholdersOf(door, name)
  const braced = (names: readonly string[]) => names.map((one) => `{${one}}`).join(' ')
  const hint = [
    allowed.length > 0 ? t.wording_may_use(braced(allowed)) : '',
    required.length > 0 ? t.wording_must_use(braced(required)) : '',
    allowed.includes('tenggat') ? t.wording_brackets_hint : '',
    howLong(t, door, name),
  ]
  return (
    <form method="post" action={link(locale, `/kelola/pemberitahuan/${name}`)} novalidate>
      <input type="hidden" name="door" value={door} />
      <input type="hidden" name="seen" value={String(seen)} />
      {door === 'email' ? (
        <Field
          name="subject"
          id={fieldId(`${door}-subject`)}
          label={t.wording_subject}
          hint={name === digest ? t.wording_digest_subject_hint : t.wording_subject_hint}
          value={wording.subject ?? ''}
          error={errors[`${door}-subject`]}
          required
        />
      ) : null}
      <TextArea
        name="words"
        id={fieldId(`${door}-words`)}
        label={t.wording_text}
        hint={hint.filter(Boolean).join(' ')}
        value={wording.words}
        error={errors[`${door}-words`]}
        rows={door === 'email' ? 6 : 4}
        required
      />
      <Button>{t.wording_check}</Button>
    </form>
  )
}

/** How long it may be, and what is added by itself. */
function howLong(t: Vocabulary, door: WordedDoor, name: WordingName): string {
  if (door === 'sms') return t.wording_sms_hint
  if (door === 'x') return name === publicAnswer ? t.wording_public_hint : t.wording_x_hint
  if (name === digest) return t.wording_digest_frame
  return isMailAnswer(name) ? t.wording_answer_frame : t.wording_email_frame
}
