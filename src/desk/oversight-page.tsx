import { DataTable, DayText, Details } from '../ui/components/index.ts'
import { dayOf } from '../report/clocks/day.ts'
import { addDays } from '../report/clocks/day.ts'
import { count } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { officeName } from './office-name.ts'
import type { Lateness, Oversight } from './oversight.ts'
import { ReportList } from './report-list.tsx'

type OversightPageProps = {
  duty: Duty
  seen: Oversight
  /** Only this office's reports are listed. */
  agencyId?: string
  further: boolean
}

/** /kelola/pengawasan: who is late, with what, and what is passed around. */
export function OversightPage({ duty, seen, agencyId, further }: OversightPageProps) {
  const { t, locale, setting } = duty
  const total = seen.late.reduce((sum, { overdue }) => sum + overdue, 0)
  const more = seen.bounced.next ? '+' : ''
  const address = (query: Record<string, string | undefined>) => {
    const pairs = Object.entries({ instansi: agencyId, ...query }).filter((pair): pair is [string, string] => !!pair[1])
    return link(locale, `/kelola/pengawasan${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`)
  }
  return (
    <DeskPage duty={duty} title={t.desk_page_pengawasan} current="pengawasan">
      <div class="desk-column">
        <h1>{t.desk_page_pengawasan}</h1>
        <dl class="figures">
          <Figure name={t.desk_overdue_answers} value={count(locale, total)} />
          <Figure name={t.desk_late_offices} value={count(locale, seen.late.length)} />
          <Figure name={t.desk_passed_around} value={`${count(locale, seen.bounced.rows.length)}${more}`} />
        </dl>
        {seen.late.length > 0 ? <LateOffices duty={duty} late={seen.late} /> : null}
        <h2>{agencyId ? t.desk_overdue_at(officeName(setting.directory, agencyId)) : t.desk_overdue_all}</h2>
        {agencyId ? <a href={link(locale, '/kelola/pengawasan')}>{t.desk_all_offices}</a> : null}
        <ReportList
          duty={duty}
          list={seen.overdue}
          first={further ? address({}) : undefined}
          next={seen.overdue.next ? address({ setelah: seen.overdue.next }) : undefined}
          empty={t.desk_nothing_overdue}
        />
        <Details
          summary={`${t.desk_passed_around} (${seen.bounced.rows.length}${more})`}
          open={seen.bounced.rows.length > 0}
        >
          <ReportList duty={duty} list={seen.bounced} empty={t.desk_empty} />
        </Details>
      </div>
    </DeskPage>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function LateOffices({ duty, late }: { duty: Duty; late: readonly Lateness[] }) {
  const { t, locale, setting } = duty
  return (
    <DataTable
      caption={t.desk_late_caption}
      columns={[
        { name: t.desk_agency },
        { name: t.desk_overdue_answers, number: true },
        { name: t.desk_since, number: true },
      ]}
      rows={late.map(({ agencyId, overdue, oldest }) => {
        const zone = setting.directory.agency(agencyId)?.zone ?? duty.zone
        return [
          <a href={link(locale, `/kelola/pengawasan?instansi=${agencyId}`)}>
            {officeName(setting.directory, agencyId)}
          </a>,
          count(locale, overdue),
          <DayText locale={locale} day={addDays(dayOf(oldest, zone), -1)} brief />,
        ]
      })}
    />
  )
}
