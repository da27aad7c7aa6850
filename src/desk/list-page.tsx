import { Field, FilterLinks, Filters, Select, Tabs } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { type DeskFilters, filterQuery, kinds } from './desk-filters.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { KeyHints } from './key-hints.tsx'
import type { DeskList } from './list-reports.ts'
import { ReportList } from './report-list.tsx'
import type { ShelfName } from './shelves.ts'

export type ListPageProps = {
  duty: Duty
  page: 'verifikasi' | 'antrian'
  heading: string
  shelves: readonly ShelfName[]
  shelf: ShelfName
  filters: DeskFilters
  list: DeskList
  /** Not the first page. */
  further: boolean
  /** A tracking ID that was searched for and is not among this person's reports. */
  notFound?: boolean
  done?: string
}

/** /kelola/verifikasi and /kelola/antrian: shelves as tabs, filters, the list. */
export function ListPage(props: ListPageProps) {
  const { duty, page, heading, shelf, filters, list } = props
  const { locale, t } = duty
  const address = (more: Record<string, string | undefined> = {}) =>
    link(
      locale,
      `/kelola/${page}${filterQuery(filters, { rak: shelf === props.shelves[0] ? undefined : shelf, ...more })}`,
    )
  return (
    <DeskPage duty={duty} title={heading} current={page} done={props.done}>
      <div class="desk-column">
        <h1>{heading}</h1>
        <Tabs
          label={t.desk_shelves}
          tabs={props.shelves.map((name) => ({
            href: link(locale, `/kelola/${page}${name === props.shelves[0] ? '' : `?rak=${name}`}`),
            words: t[`desk_shelf_${name}`],
            current: name === shelf,
          }))}
        />
        <QuickFilters {...props} />
        <ListFilters {...props} />
        <ReportList
          duty={duty}
          list={list}
          first={props.further ? address() : undefined}
          next={list.next ? address({ setelah: list.next }) : undefined}
          empty={props.notFound ? t.desk_search_nothing : t.desk_empty}
        />
        <KeyHints t={t} />
      </div>
    </DeskPage>
  )
}

/** One click: overdue, returned; at the desk also what was brought in with an answer that nobody has let out. */
function QuickFilters({ duty, page, shelf, shelves, filters }: ListPageProps) {
  const { locale, t } = duty
  const rak = shelf === shelves[0] ? undefined : shelf
  const switches = [
    { name: 'overdue', words: t.report_overdue },
    { name: 'returned', words: t.desk_returned },
    ...(page === 'verifikasi' ? [{ name: 'unlooked', words: t.desk_list_imported_unlooked } as const] : []),
  ] as const
  return (
    <FilterLinks
      label={t.common_filter}
      links={switches.map(({ name, words }) => {
        const { [name]: on, ...without } = filters
        const wanted: DeskFilters = on ? without : { ...filters, [name]: true }
        return { href: link(locale, `/kelola/${page}${filterQuery(wanted, { rak })}`), words, current: on === true }
      })}
    />
  )
}

function ListFilters({ duty, page, shelf, shelves, filters }: ListPageProps) {
  const { locale, t } = duty
  const rak = shelf === shelves[0] ? undefined : shelf
  const active = Object.keys(filters).length > 0
  return (
    <Filters
      locale={locale}
      action={link(locale, `/kelola/${page}`)}
      clear={link(locale, `/kelola/${page}${rak ? `?rak=${rak}` : ''}`)}
      active={active}
      title={t.desk_filters}
    >
      {rak ? <input type="hidden" name="rak" value={rak} /> : null}
      {filters.overdue ? <input type="hidden" name="lewat" value="1" /> : null}
      {filters.returned ? <input type="hidden" name="kembali" value="1" /> : null}
      {filters.unlooked ? <input type="hidden" name="lama" value="1" /> : null}
      <Field
        name="q"
        label={t.common_tracking_id}
        hint={t.desk_search_hint}
        value={filters.number}
        size="medium"
        code
        autocapitalize="characters"
      />
      <Select
        name="klasifikasi"
        label={t.desk_kind}
        value={filters.kind}
        blank={t.common_all}
        options={kinds.map((kind) => ({ value: kind, label: t[`report_kind_${kind}`] }))}
      />
    </Filters>
  )
}
