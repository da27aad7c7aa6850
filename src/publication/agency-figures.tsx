import { DataTable } from '../ui/components/index.ts'
import { count, percent, wholePercents } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { countedIn, type Figures, threeNumbers } from './figures.ts'
import type { Reading } from './public-report.ts'

/** The offices with most reports, and how far each has come with them. From the tally alone. */
export function AgencyFigures({ reading, figures, limit }: { reading: Reading; figures: Figures; limit: number }) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const rows = [...figures.byAgency]
    .map(([id, stages]) => ({ id, counted: countedIn(stages), silent: stages.silent ?? 0, ...threeNumbers(stages) }))
    .filter((row) => row.counted > 0)
    .sort((a, b) => b.counted - a.counted || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
  if (rows.length === 0) return <p>{t.public_no_reports}</p>
  return (
    <DataTable
      caption={t.public_by_agency_caption}
      columns={[
        { name: t.public_agency },
        { name: t.public_reports, number: true },
        { name: t.report_manner_confirmed, number: true },
        { name: t.report_manner_silent, number: true },
        { name: t.report_in_process, number: true },
        { name: t.report_unhandled, number: true },
      ]}
      rows={rows.map((row) => [
        row.id === '' ? (
          t.public_desk_row
        ) : (
          <a href={link(locale, `/instansi/${row.id}`)}>{directory.agency(row.id)?.name ?? row.id}</a>
        ),
        count(locale, row.counted),
        ...wholePercents([row.finished - row.silent, row.silent, row.inProcess, row.unhandled]).map((share) =>
          percent(locale, share / 100),
        ),
      ])}
    />
  )
}
