import { groupTrackingId } from '../report/tracking-id.ts'
import { accusedCan } from '../intake/who-sees-words.ts'
import type { Namesake } from '../secrecy/namesakes.ts'
import type { Switches } from '../secrecy/who-sees.ts'
import { Breadcrumb, Button, Card, EmptyState, Field, Notice, RadioCards, Select } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { AccusedRow, Colleague } from './accused.ts'
import type { FormErrors, Values } from './action.ts'
import { colleagueOptions } from './colleague-names.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { OfficeList } from './office-list.tsx'
import { fullOfficeName } from './office-name.ts'

export type AccusedPageProps = {
  duty: Duty
  trackingId: string
  accused: readonly AccusedRow[]
  switches: Switches
  isDone?: boolean
  values?: Values
  errors?: FormErrors
  /** Of whom one has to be chosen, for the row in `values`. */
  people?: readonly Colleague[]
  /** Who is called like the one chosen, for the same row. */
  namesakes?: readonly Namesake[]
}

const officeList = 'kantor-list'
const kinds = ['unit', 'head', 'person', 'outside'] as const

/** /kelola/laporan/{id}/terlapor: who is meant by each name in a report, and what follows from saying so. */
export function AccusedPage(props: AccusedPageProps) {
  const { duty, trackingId, accused, switches, isDone } = props
  const { t, locale } = duty
  const id = groupTrackingId(trackingId)
  const can = accusedCan(locale, switches)
  return (
    <DeskPage duty={duty} title={t.accused_heading(id)} done={isDone ? t.accused_done(can) : undefined}>
      <div class="desk-column">
        <Breadcrumb locale={locale} links={[{ href: link(locale, `/kelola/laporan/${trackingId}`), words: id }]} />
        <h1>{t.accused_heading(id)}</h1>
        <p>{t.accused_what_follows(can)}</p>
        <Notice tone="warning">{t.accused_for_good}</Notice>
        {accused.length === 0 ? <EmptyState title={t.accused_none} /> : null}
        {accused.map((row) => (
          <Settle {...props} row={row} />
        ))}
        {accused.length === 0 ? null : <OfficeList id={officeList} directory={duty.setting.directory} />}
      </div>
    </DeskPage>
  )
}

function Settle({ duty, trackingId, row, ...props }: AccusedPageProps & { row: AccusedRow }) {
  const { t, locale } = duty
  const isTried = props.values?.nomor === String(row.position)
  const values = isTried ? (props.values ?? {}) : {}
  const errors = isTried ? (props.errors ?? {}) : {}
  const field = (name: string) => ({ name, id: `${name}-${row.position}`, value: values[name], error: errors[name] })
  return (
    <Card title={t.accused_named(row.named)}>
      <p>{t.accused_now(whoItIs(duty, row))}</p>
      {row.beside ? (
        <Notice tone="warning">
          {t.accused_beside(listed(duty, row.beside.settled), listed(duty, row.beside.now))}
        </Notice>
      ) : null}
      <form method="post" action={link(locale, `/kelola/laporan/${trackingId}/terlapor`)} novalidate>
        <input type="hidden" name="nomor" value={String(row.position)} />
        <Select {...field('jenis')} label={t.accused_kind} blank={t.common_choose} options={kindsFor(duty, row)} />
        <Field
          {...field('kantor')}
          label={t.accused_office}
          hint={t.accused_office_hint}
          list={officeList}
          autocomplete="off"
        />
        {isTried && props.people ? (
          <Select
            {...field('orang')}
            label={t.accused_person}
            hint={t.accused_person_choose}
            blank={t.common_choose}
            options={colleagueOptions(duty, props.people)}
          />
        ) : null}
        {isTried && props.namesakes ? (
          <>
            <input type="hidden" name="orangSenama" value={values.orang} />
            <RadioCards
              name="senama"
              id={`senama-${row.position}`}
              legend={t.accused_namesakes}
              hint={t.accused_namesakes_choose(listed(duty, props.namesakes))}
              choices={[
                { value: 'semua', title: t.accused_namesakes_all, text: t.accused_namesakes_all_text },
                { value: 'satu', title: t.accused_namesakes_alone, text: t.accused_namesakes_alone_text },
              ]}
              value="semua"
            />
          </>
        ) : null}
        <Button tone="main">{t.accused_settle}</Button>
      </form>
    </Card>
  )
}

/** Beside what was settled the first question is whether it is the same person. */
function kindsFor({ t }: Duty, { beside }: AccusedRow) {
  const all = kinds.map((kind) => ({ value: kind as string, label: t[`accused_kind_${kind}`] }))
  if (!beside) return all
  const first = [
    { value: 'same', label: t.accused_kind_same },
    { value: 'outside', label: t.accused_kind_other },
  ]
  return [...first, ...all.filter(({ value }) => value !== 'outside')]
}

function listed({ setting }: Duty, people: readonly Namesake[]): string {
  return people
    .map(({ name, officeId }) => (officeId ? `${name} (${fullOfficeName(setting.directory, officeId)})` : name))
    .join('; ')
}

function whoItIs({ t, setting }: Duty, { kind, unitId, personName }: AccusedRow): string {
  const office = unitId ? fullOfficeName(setting.directory, unitId) : ''
  switch (kind) {
    case 'unit':
      return t.accused_is_unit(office)
    case 'head':
      return t.accused_is_head(office)
    case 'person':
      return t.accused_is_person(personName ?? '–')
    case 'outside':
      return t.accused_is_outside
    default:
      return t.accused_unsettled
  }
}
