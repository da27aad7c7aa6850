import { Checkbox, Details, Field, Select, TextArea } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { switchesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { accusedByChoice } from './who-sees-words.ts'

/** Folded away, since nobody has to know it: the office, the category, the kind, and whom it is about. */
export function IfKnownFields({ locale, values, errors, directory }: ReportFormProps) {
  const t = wordsIn(locale)
  const name = (category: { nameId: string; nameEn: string }) => category[locale === 'id' ? 'nameId' : 'nameEn']
  const chosen = values.kategori
  const categories = directory.categories.filter(({ id, parentId }) => parentId === null || id === chosen)
  const kinds = (['complaint', 'aspiration', 'information_request'] as const).map((value) => ({
    value,
    label: t[`report_kind_${value}`],
  }))
  const accused = values.terlapor || values.terlapor_instansi || values.terlapor_pimpinan
  const filled = [values.instansi, values.kategori, values.jenis, accused, errors.instansi, errors.terlapor]
  return (
    <Details summary={t.filing_if_known} open={filled.some(Boolean)}>
      <Field
        name="instansi"
        label={t.filing_agency}
        hint={t.filing_agency_hint}
        value={values.instansi}
        error={errors.instansi}
      />
      <Select
        name="kategori"
        label={t.filing_category}
        blank={t.common_choose}
        value={chosen}
        options={categories.map((category) => ({ value: category.id, label: name(category) }))}
      />
      <Select name="jenis" label={t.filing_kind} blank={t.common_choose} value={values.jenis} options={kinds} />
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
    </Details>
  )
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
