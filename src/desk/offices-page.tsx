import {
  Breadcrumb,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Facts,
  Field,
  FilterLinks,
  InlineForm,
} from '../ui/components/index.ts'
import { zoneName } from '../report/clocks/day.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { areaName } from './area-names.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { OfficeKeywords } from './office-keywords.tsx'
import { officeKinds, type OfficeKind, type OfficeRow, type OfficesWish } from './offices.ts'

type OfficesPageProps = {
  duty: Duty
  wish: OfficesWish
  open?: OfficeRow
  rows: readonly OfficeRow[]
  aliases: readonly string[]
  values?: Values
  errors?: FormErrors
  done?: string
}

/** /kelola/instansi: the tree of offices, to read; the words by which an SMS names one are changed here. */
export function OfficesPage({ duty, wish, open, rows, aliases, values = {}, errors = {}, done }: OfficesPageProps) {
  const { t, locale, setting } = duty
  const above = open?.parent_id ? setting.directory.agency(open.parent_id) : undefined
  return (
    <DeskPage duty={duty} title={open?.name ?? t.desk_page_instansi} current="instansi" done={done}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        {open ? (
          <Breadcrumb
            locale={locale}
            links={[
              { href: link(locale, '/kelola/instansi'), words: t.desk_page_instansi },
              ...(above ? [{ href: link(locale, `/kelola/instansi?di=${above.id}`), words: above.name }] : []),
            ]}
          />
        ) : null}
        <h1>{open?.name ?? t.desk_page_instansi}</h1>
        {open ? <OfficeFacts {...{ duty, office: open, aliases }} /> : <FindOffice duty={duty} wish={wish} />}
        {open ? <OfficeKeywords {...{ duty, office: open, aliases, values, errors }} /> : null}
        {rows.length > 0 ? <OfficeTable duty={duty} rows={rows} /> : null}
        {rows.length === 0 && !open ? <EmptyState title={t.desk_no_office} /> : null}
      </div>
    </DeskPage>
  )
}

function FindOffice({ duty, wish }: Pick<OfficesPageProps, 'duty' | 'wish'>) {
  const { t, locale } = duty
  return (
    <>
      <InlineForm action={link(locale, '/kelola/instansi')} search>
        <Field name="q" type="search" label={t.desk_find_office} value={wish.name} size="medium" />
        <Button>{t.common_search}</Button>
      </InlineForm>
      <FilterLinks
        label={t.desk_office_kind}
        links={officeKinds.map((kind) => ({
          href: link(locale, `/kelola/instansi?jenis=${kind}`),
          words: t[`desk_office_${kind}`],
          current: kind === wish.kind,
        }))}
      />
    </>
  )
}

function OfficeFacts({ duty, office, aliases }: { duty: Duty; office: OfficeRow; aliases: readonly string[] }) {
  const { t, setting } = duty
  const rows = [
    [t.desk_office_kind, t[`desk_office_${office.kind as OfficeKind | 'unit'}`]],
    [t.desk_office_zone, zoneName(office.zone)],
    [t.desk_office_keyword, office.sms_keyword && <span class="code">{office.sms_keyword}</span>],
    [t.desk_keyword_aliases, aliases.length > 0 && <span class="code">{aliases.join(', ')}</span>],
    [t.desk_area, office.area_code && areaName(setting.directory, office.area_code)],
    [t.desk_office_mail, office.email],
    [
      t.desk_office_role,
      office.is_desk ? t.desk_office_desk : office.is_inspectorate ? t.desk_office_inspectorate : null,
    ],
  ] as const
  return <Facts facts={rows.map(([name, value]) => (value ? { name, value } : null))} />
}

function OfficeTable({ duty, rows }: { duty: Duty; rows: readonly OfficeRow[] }) {
  const { t, locale } = duty
  return (
    <DataTable
      caption={t.desk_offices_caption}
      columns={[
        { name: t.desk_agency },
        { name: t.desk_office_kind },
        { name: t.desk_office_zone },
        { name: t.desk_office_keyword },
        { name: t.desk_office_units, number: true },
      ]}
      rows={rows.map((office) => [
        <a href={link(locale, `/kelola/instansi?di=${office.id}`)}>{office.name}</a>,
        t[`desk_office_${office.kind as OfficeKind | 'unit'}`],
        zoneName(office.zone),
        office.sms_keyword ? <span class="code">{office.sms_keyword}</span> : '–',
        office.units > 0 ? String(office.units) : '–',
      ])}
    />
  )
}
