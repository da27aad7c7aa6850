import { isForReporter } from '../../notifications/table.ts'
import type { Wording } from '../../notifications/wording/delivered.ts'
import { allTold, type Told } from '../../notifications/wording/told.ts'
import { DataTable, FilterLinks } from '../../ui/components/index.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { count } from '../../ui/format.ts'
import { ToldWords } from './told-words.tsx'
import { wordingDoor } from './wording-title.ts'
import { whatIsNamed } from './what-is-named.ts'

type Props = {
  duty: Duty
  /** Messages in the desk's own words, by door and name. */
  own: ReadonlyMap<string, Wording>
  baseUrl: string
}

/** /kelola/pemberitahuan: who hears what by which door, as the program that sends reads it. */
export function WordingTablePage(props: Props) {
  const { duty } = props
  const { t } = duty
  const told = allTold()
  const reporters = told.filter(({ say }) => isForReporter(say))
  const answers = told.filter(({ to }) => to === 'sender' || to === 'everybody')
  const offices = told.filter((row) => !reporters.includes(row) && !answers.includes(row))
  const parts: Part[] = [
    { id: 'pelapor', heading: t.wording_to_reporter_heading, rows: reporters },
    { id: 'instansi', heading: t.wording_to_offices_heading, rows: offices },
    { id: 'jawaban', heading: t.wording_answers_heading, rows: answers },
  ]
  return (
    <DeskPage duty={duty} title={t.desk_page_pemberitahuan} current="pemberitahuan">
      <div class="desk-column">
        <h1>{t.desk_page_pemberitahuan}</h1>
        <p>{t.wording_intro}</p>
        <p>{t.wording_secrecy_intro}</p>
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

function Section({ duty, own, baseUrl, id, heading, rows }: Props & Part) {
  const { t } = duty
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
          <ToldWords duty={duty} own={own} baseUrl={baseUrl} told={row} />,
          whatIsNamed(duty, row, own, baseUrl).map((line) => <div>{line}</div>),
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
