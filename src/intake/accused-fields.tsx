import { Checkbox, TextArea } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { switchesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { accusedByChoice } from './who-sees-words.ts'

/** Whom it is about: the office that is named above them or its head, ticked, and anybody else, written. */
export function AccusedFields({ locale, values, errors }: Pick<ReportFormProps, 'locale' | 'values' | 'errors'>) {
  const t = wordsIn(locale)
  return (
    <>
      <Checkbox
        name="terlapor_instansi"
        label={t.filing_accused_agency}
        checked={values.terlapor_instansi !== undefined}
      />
      <Checkbox
        name="terlapor_pimpinan"
        label={t.filing_accused_head}
        checked={values.terlapor_pimpinan !== undefined}
      />
      <TextArea
        name="terlapor"
        label={t.filing_accused}
        hint={t.filing_accused_hint(followsFor(locale))}
        value={values.terlapor}
        error={errors.terlapor}
        rows={2}
      />
    </>
  )
}

/** Whether any of them is filled in. */
export function accusesIn({ terlapor, terlapor_instansi, terlapor_pimpinan }: ReportFormProps['values']): boolean {
  return Boolean(terlapor || terlapor_instansi || terlapor_pimpinan)
}

/** What naming somebody brings about, by what is chosen above: the choice may still change while this is read. */
function followsFor(locale: Locale): string {
  const t = wordsIn(locale)
  return accusedByChoice(locale, {
    [t.filing_open]: switchesIn({ terlihat: 'publik' }),
    [t.filing_anonymous]: switchesIn({ terlihat: 'anonim' }),
    [t.filing_confidential]: switchesIn({ terlihat: 'rahasia' }),
  })
}
