import { raw } from 'hono/html'
import type { Directory } from '../agencies/directory.ts'
import { stages } from '../report/lifecycle.ts'
import { Button, Field, Select } from '../ui/components/index.ts'
import { link, type Locale } from '../ui/locale.ts'
import { statusWord } from '../ui/status.ts'
import { wordsIn } from '../ui/words/index.ts'
import { defaultPer, isFiltered, kinds, listPath, manners, orders, type ReportFilters } from './list-filters.ts'
import type { Reading } from './public-report.ts'

/** Search first; every other filter is folded away until one of them is used. A plain form (GET). */
export function ListForm({ filters, reading }: { filters: ReportFilters; reading: Reading }) {
  const { locale } = reading
  const t = wordsIn(locale)
  const { q: _q, stage: _stage, manner: _manner, ...finer } = filters
  return (
    <form class="list-form" method="get" action={link(locale, '/laporan')} role="search">
      <div class="search-line">
        <Field name="q" type="search" label={t.public_search} value={filters.q} maxlength={200} />
        <Button>{t.common_search}</Button>
      </div>
      <details class="filters" open={isFiltered(finer) || undefined}>
        <summary>{t.public_filters}</summary>
        <div class="filter-grid">
          <Choices filters={filters} reading={reading} />
          <Words filters={filters} reading={reading} />
        </div>
        <div class="actions">
          <Button>{t.common_filter}</Button>
          {isFiltered(filters) ? <a href={link(locale, listPath({}))}>{t.common_filter_clear}</a> : null}
        </div>
      </details>
      {filters.per === defaultPer ? null : <input type="hidden" name="per" value={String(filters.per)} />}
    </form>
  )
}

function Choices({ filters, reading }: { filters: ReportFilters; reading: Reading }) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  return (
    <>
      <Select
        name="status"
        label={t.public_status}
        blank={t.common_all}
        value={filters.manner ?? filters.stage}
        options={stages.flatMap((stage) => [
          { value: stage, label: statusWord(locale, stage) },
          ...(stage === 'closed' ? manners : []).map((manner) => ({
            value: manner,
            label: `– ${statusWord(locale, stage, manner)}`,
          })),
        ])}
      />
      <Select
        name="klasifikasi"
        label={t.public_kind}
        blank={t.common_all}
        value={filters.kind}
        options={kinds.map((kind) => ({ value: kind, label: t[`report_kind_${kind}`] }))}
      />
      {raw(categorySelect(directory, locale, filters.category))}
      <Select
        name="urut"
        label={t.public_order}
        value={orders[filters.order]}
        options={[
          { value: orders.newest, label: t.public_order_newest },
          { value: orders.oldest, label: t.public_order_oldest },
        ]}
      />
    </>
  )
}

function Words({ filters, reading }: { filters: ReportFilters; reading: Reading }) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const agency = filters.agency && directory.agency(filters.agency)?.name
  const area = filters.area && directory.area(filters.area)?.name
  return (
    <>
      <Field name="instansi" label={t.public_agency} hint={t.public_agency_hint} value={agency || undefined} />
      <Field name="wilayah" label={t.public_area} hint={t.public_area_hint} value={area || undefined} />
      <Field name="dari" type="date" label={t.public_from} value={filters.from} size="medium" />
      <Field name="sampai" type="date" label={t.public_to} value={filters.to} size="medium" />
    </>
  )
}

const drawn = new WeakMap<Directory, Map<string, string>>()

/** A hundred options that hardly ever change, so they are drawn once for each choice. */
function categorySelect(directory: Directory, locale: Locale, value: string | undefined): string {
  const known = drawn.get(directory) ?? new Map<string, string>()
  drawn.set(directory, known)
  const key = `${locale} ${value}`
  const select = known.get(key) ?? String(<CategorySelect directory={directory} locale={locale} value={value} />)
  known.set(key, select)
  return select
}

function CategorySelect({ directory, locale, value }: { directory: Directory; locale: Locale; value?: string }) {
  const t = wordsIn(locale)
  const name = (category: { nameId: string; nameEn: string }) => (locale === 'en' ? category.nameEn : category.nameId)
  const tops = directory.categories.filter((category) => category.parentId === null)
  const options = tops.flatMap((top) => [
    { value: top.id, label: name(top) },
    ...directory.categories
      .filter((category) => category.parentId === top.id)
      .map((category) => ({ value: category.id, label: `– ${name(category)}` })),
  ])
  return <Select name="kategori" label={t.public_category} blank={t.common_all} value={value} options={options} />
}
