import { raw } from 'hono/html'
import { EmptyState, FilterLinks, Notice, Pagination } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { count } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { type Manner, statusWord } from '../ui/status.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { ByStage } from './figures.ts'
import { type FilterName, isFiltered, listPath, type ReportFilters } from './list-filters.ts'
import { ListForm } from './list-form.tsx'
import type { ListPage } from './list-query.ts'
import { listRows } from './list-rows.ts'
import type { Reading } from './public-report.ts'
import type { Stage } from '../report/lifecycle.ts'

export type ListPageProps = {
  reading: Reading
  filters: ReportFilters
  ignored: readonly FilterName[]
  page: ListPage
  /** Counts beside the links of stages; only where nothing else narrows the list. */
  stages: ByStage | null
  baseUrl: string
  signedIn?: SignedIn | null
}

export function ReportListPage(props: ListPageProps) {
  const { reading, filters, page, baseUrl, signedIn } = props
  const { locale } = reading
  const t = wordsIn(locale)
  const first = { ...filters, after: undefined }
  return (
    <Page
      locale={locale}
      path={listPath(filters)}
      title={t.public_list_heading}
      current="reports"
      width="wide"
      baseUrl={baseUrl}
      signedIn={signedIn}
      indexed={!isFiltered(filters) && !filters.after}
    >
      <h1>{t.public_list_heading}</h1>
      <ListForm filters={filters} reading={reading} />
      <StageLinks {...props} />
      <Ignored {...props} />
      {page.rows.length === 0 ? (
        <EmptyState title={isFiltered(filters) ? t.public_nothing_found : t.public_no_reports}>
          {isFiltered(filters) ? <p>{t.public_nothing_found_hint}</p> : null}
        </EmptyState>
      ) : (
        <div class="report-list">{raw(listRows(page.rows, reading))}</div>
      )}
      <Pagination
        locale={locale}
        first={filters.after ? link(locale, listPath(first)) : undefined}
        next={page.next ? link(locale, listPath({ ...filters, after: page.next })) : undefined}
      />
    </Page>
  )
}

type Shortcut = { stage: Stage; manner?: Manner; counted: keyof ByStage | 'confirmed' }

const shortcuts: readonly Shortcut[] = [
  { stage: 'forwarded', counted: 'forwarded' },
  { stage: 'in_progress', counted: 'in_progress' },
  { stage: 'answered', counted: 'answered' },
  { stage: 'closed', manner: 'confirmed', counted: 'confirmed' },
  { stage: 'closed', manner: 'silent', counted: 'silent' },
]

/** What people ask for most, as links; the form has every status. */
function StageLinks({ reading, filters, stages }: ListPageProps) {
  const { locale } = reading
  const t = wordsIn(locale)
  const base = { ...filters, after: undefined }
  const counts = stages && { ...stages, confirmed: (stages.closed ?? 0) - (stages.silent ?? 0) }
  const links = shortcuts.map(({ stage, manner, counted }) => ({
    href: link(locale, listPath({ ...base, stage, manner })),
    words: stage === 'answered' ? t.public_answered_short : statusWord(locale, stage, manner),
    count: counts ? count(locale, counts[counted] ?? 0) : undefined,
    current: filters.stage === stage && filters.manner === manner,
  }))
  const all = {
    href: link(locale, listPath({ ...base, stage: undefined, manner: undefined })),
    words: t.common_all,
    current: !filters.stage,
  }
  return <FilterLinks label={t.public_status} links={[all, ...links]} />
}

/** What was left out of the query, and that a unit stands for its office. */
function Ignored({ reading, filters, ignored }: ListPageProps) {
  const t = wordsIn(reading.locale)
  const agency = filters.agency ? reading.directory.agency(filters.agency) : undefined
  const root = agency && agency.rootId !== agency.id ? reading.directory.agency(agency.rootId) : undefined
  return (
    <>
      {ignored.length > 0 ? (
        <Notice tone="warning">
          <p>{t.public_ignored(ignored.map((name) => filterWord(name, reading)).join(', '))}</p>
        </Notice>
      ) : null}
      {root ? (
        <Notice>
          <p>{t.public_unit_filter(root.name)}</p>
        </Notice>
      ) : null}
    </>
  )
}

function filterWord(name: FilterName, { locale }: Reading): string {
  const t = wordsIn(locale)
  const names: Record<FilterName, string> = {
    q: t.public_search,
    status: t.public_status,
    klasifikasi: t.public_kind,
    kategori: t.public_category,
    instansi: t.public_agency,
    wilayah: t.public_area,
    dari: t.public_from,
    sampai: t.public_to,
    urut: t.public_order,
    setelah: t.public_page_of,
    per: t.public_per,
  }
  return names[name]
}
