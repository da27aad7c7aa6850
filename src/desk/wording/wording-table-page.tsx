import type { Wording } from '../../notifications/wording/delivered.ts'
import type { Told } from '../../notifications/wording/told.ts'
import { DataTable, EmptyState, FilterLinks } from '../../ui/components/index.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { count } from '../../ui/format.ts'
import { ToldWords } from './told-words.tsx'
import { rowsShown, type ShownWords, WordingFilter } from './wording-filter.tsx'
import { wordingDoor } from './wording-title.ts'
import { whatIsNamed } from './what-is-named.ts'

type Props = {
  duty: Duty
  /** Messages in the desk's own words, by door and name. */
  own: ReadonlyMap<string, Wording>
  baseUrl: string
  shown: ShownWords
}

/** Whoever filed hears these, whatever the message is called. */
const reporting: readonly Told['to'][] = ['reporter', 'companions']

/** /kelola/pemberitahuan: who hears what by which door, as the program that sends reads it. */
export function WordingTablePage(props: Props) {
  const { duty, shown } = props
  const { t } = duty
  const told = rowsShown(shown)
  const reporters = told.filter(({ to }) => reporting.includes(to))
  const answers = told.filter(({ to }) => to === 'sender' || to === 'everybody')
  const offices = told.filter((row) => !reporters.includes(row) && !answers.includes(row))
  const all: Part[] = [
    { id: 'pelapor', heading: t.wording_to_reporter_heading, rows: reporters },
    { id: 'instansi', heading: t.wording_to_offices_heading, rows: offices },
    { id: 'jawaban', heading: t.wording_answers_heading, rows: answers },
  ]
  const parts = all.filter(({ rows }) => rows.length > 0)
  return (
    <DeskPage duty={duty} title={t.desk_page_pemberitahuan} current="pemberitahuan">
      <div class="desk-column">
        <h1>{t.desk_page_pemberitahuan}</h1>
        <p>{t.wording_intro}</p>
        <p>{t.wording_secrecy_intro}</p>
        <WordingFilter duty={duty} shown={shown} />
        {parts.length === 0 ? <EmptyState title={t.wording_none_shown} /> : null}
        <FilterLinks
          label={t.wording_jump}
          links={parts.map(({ id, heading, rows }) => ({
            href: `#${id}`,
            words: heading,
            count: count(duty.locale, rows.length),
          }))}
        />
        {parts.map((part) => (
          <Section {...props} {...part} />
        ))}
      </div>
    </DeskPage>
  )
}

type Part = { id: string; heading: string; rows: readonly Told[] }

function Section({ duty, own, baseUrl, shown, id, heading, rows }: Props & Part) {
  const { t } = duty
  const asSaid = (row: Told): Told => (shown.door === 'semua' ? row : { ...row, doors: [shown.door] })
  const first = rows.filter(({ on }, at) => rows.findIndex((row) => row.on === on) === at)
  const place = ({ on }: Told) => `${id}-${on}`
  return (
    <section id={id}>
      <h2>{heading}</h2>
      <FilterLinks
        label={t.wording_jump_in(heading)}
        links={first.map((row) => ({ href: `#${place(row)}`, words: t[`wording_on_${row.on}`] }))}
      />
      <DataTable
        stacks
        caption={t.wording_caption(heading)}
        columns={[
          { name: t.wording_on },
          { name: t.wording_to },
          { name: t.wording_doors },
          { name: t.wording_words },
          { name: t.wording_named },
        ]}
        rows={rows.map((row) => [
          <>
            <span id={first.includes(row) ? place(row) : undefined}>{t[`wording_on_${row.on}`]}</span>
            {row.by ? (
              <small class="label"> {t.wording_by(row.by.map((role) => t[`report_role_${role}`]).join(', '))}</small>
            ) : null}
          </>,
          t[`wording_to_${row.to}`],
          row.doors.map((door) => wordingDoor(t, door, row.say)).join(', '),
          <ToldWords duty={duty} own={own} baseUrl={baseUrl} told={asSaid(row)} />,
          whatIsNamed(duty, asSaid(row), own, baseUrl).map((line) => <div>{line}</div>),
        ])}
      />
      <p>
        <a class="lone" href="#isi">
          {t.wording_jump_up}
        </a>
      </p>
    </section>
  )
}
