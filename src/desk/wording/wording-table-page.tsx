import { mayNameTitle } from '../../notifications/letter.ts'
import { isForReporter } from '../../notifications/table.ts'
import { allTold, isTemplate, type Told } from '../../notifications/wording/told.ts'
import { DataTable } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { wordingTitle } from './wording-name.ts'

type Props = { duty: Duty /** Messages in the desk's own words, by door and name. */; own: ReadonlySet<string> }

/** /kelola/pemberitahuan: who hears what by which door, as the program that sends reads it. */
export function WordingTablePage({ duty, own }: Props) {
  const { t } = duty
  const told = allTold()
  const answers = told.filter(({ to }) => to === 'sender')
  const reporters = told.filter(({ to, say }) => to !== 'sender' && isForReporter(say))
  const offices = told.filter(({ to, say }) => to !== 'sender' && !isForReporter(say))
  return (
    <DeskPage duty={duty} title={t.desk_page_pemberitahuan} current="pemberitahuan">
      <div class="desk-column">
        <h1>{t.desk_page_pemberitahuan}</h1>
        <p>{t.wording_intro}</p>
        <p>{t.wording_secrecy_intro}</p>
        <Section duty={duty} own={own} heading={t.wording_to_reporter_heading} rows={reporters} />
        <Section duty={duty} own={own} heading={t.wording_to_offices_heading} rows={offices} />
        <Section duty={duty} own={own} heading={t.wording_answers_heading} rows={answers} />
      </div>
    </DeskPage>
  )
}

function Section({ duty, own, heading, rows }: Props & { heading: string; rows: readonly Told[] }) {
  const { t, locale } = duty
  const doorWords = ({ doors }: Told) => doors.map((door) => t[`wording_door_${door}`]).join(', ')
  return (
    <section>
      <h2>{heading}</h2>
      <DataTable
        caption={heading}
        columns={[
          { name: t.wording_on },
          { name: t.wording_to },
          { name: t.wording_doors },
          { name: t.wording_words },
          { name: t.wording_hidden },
        ]}
        rows={rows.map((row) => [
          <>
            {t[`wording_on_${row.on}`]}
            {row.by ? (
              <small class="label"> {t.wording_by(row.by.map((role) => t[`report_role_${role}`]).join(', '))}</small>
            ) : null}
          </>,
          t[`wording_to_${row.to}`],
          doorWords(row),
          <>
            <a class="lone" href={link(locale, `/kelola/pemberitahuan/${row.say}`)}>
              {wordingTitle(t, row.say)}
            </a>
            {row.doors.some((door) => own.has(`${door} ${row.say}`)) ? (
              <small class="label"> {t.wording_own}</small>
            ) : null}
          </>,
          isTemplate(row.say) && mayNameTitle(row.say) ? t.wording_titled : t.wording_never_titled,
        ])}
      />
    </section>
  )
}
