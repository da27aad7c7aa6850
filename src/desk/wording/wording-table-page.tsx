import { isForReporter } from '../../notifications/table.ts'
import type { Wording } from '../../notifications/wording/delivered.ts'
import { allTold, type Told } from '../../notifications/wording/told.ts'
import { DataTable } from '../../ui/components/index.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
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
  return (
    <DeskPage duty={duty} title={t.desk_page_pemberitahuan} current="pemberitahuan">
      <div class="desk-column">
        <h1>{t.desk_page_pemberitahuan}</h1>
        <p>{t.wording_intro}</p>
        <p>{t.wording_secrecy_intro}</p>
        <Section {...props} heading={t.wording_to_reporter_heading} rows={reporters} />
        <Section {...props} heading={t.wording_to_offices_heading} rows={offices} />
        <Section {...props} heading={t.wording_answers_heading} rows={answers} />
      </div>
    </DeskPage>
  )
}

function Section({ duty, own, baseUrl, heading, rows }: Props & { heading: string; rows: readonly Told[] }) {
  const { t } = duty
  return (
    <section>
      <h2>{heading}</h2>
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
            {t[`wording_on_${row.on}`]}
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
    </section>
  )
}
