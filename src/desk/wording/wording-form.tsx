import { placeholdersOf } from '../../notifications/wording/check-wording.ts'
import type { WordedDoor, Wording, WordingName } from '../../notifications/wording/delivered.ts'
import { Button, Field, fieldId, TextArea } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
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
    door === 'sms' ? t.wording_sms_hint : t.wording_email_frame,
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
          hint={t.wording_subject_hint}
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
        rows={door === 'sms' ? 4 : 6}
        required
      />
      <Button>{t.wording_check}</Button>
    </form>
  )
}
