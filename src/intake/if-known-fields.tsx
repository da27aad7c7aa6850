import { Details, Field, Select } from '../ui/components/index.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccusedFields, accusesIn } from './accused-fields.tsx'
import type { ReportFormProps } from './report-form-page.tsx'

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
  const filled = [values.instansi, values.kategori, values.jenis, accusesIn(values), errors.instansi, errors.terlapor]
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
      <AccusedFields {...{ locale, values, errors }} />
    </Details>
  )
}
