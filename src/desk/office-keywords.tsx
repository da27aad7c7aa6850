import { Button, Details, Field, InlineForm } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { OfficeRow } from './offices.ts'

type KeywordsProps = { duty: Duty; office: OfficeRow; aliases: readonly string[]; values: Values; errors: FormErrors }

/** Who may give offices keywords, and take them away. */
export function editsKeywords({ person }: Duty): boolean {
  return person.role === 'verifier'
}

/** The words by which an SMS may name this office besides its main keyword, and how they are changed. */
export function OfficeKeywords({ duty, office, aliases, values, errors }: KeywordsProps) {
  const { t, locale } = duty
  const action = link(locale, `/kelola/instansi?di=${office.id}`)
  if (!editsKeywords(duty)) return null
  return (
    <Details summary={t.desk_keyword_change} open={Object.keys({ ...values, ...errors }).length > 0}>
      {aliases.map((alias) => (
        <InlineForm action={action} method="post">
          <input type="hidden" name="remove" value={alias} />
          <span class="code">{alias}</span>
          <Button>
            {t.desk_day_remove}
            <span class="hidden"> {alias}</span>
          </Button>
        </InlineForm>
      ))}
      <form method="post" action={action} novalidate>
        <Field
          name="word"
          label={t.desk_keyword_add}
          hint={t.desk_keyword_hint}
          value={values.word}
          error={errors.word}
          size="medium"
          autocapitalize="characters"
          spellcheck={false}
          code
          required
        />
        <Button>{t.desk_day_add}</Button>
      </form>
    </Details>
  )
}
