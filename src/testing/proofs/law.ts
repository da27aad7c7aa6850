import type { Reader } from './canary-people.ts'
import type { Life, Planted, Secrecy } from './canary-world.ts'
import { always, anonymous, anonymousPublic, hidden, named, open, published, whereAnonymous } from './law-tables.ts'

const columns = ['PUB', 'REP', 'CIT', 'NA', 'AA', 'LO', 'LX', 'SV', 'OP'] as const
type Column = (typeof columns)[number]

const columnOf: Record<Reader | 'reporter', Column> = {
  public: 'PUB',
  reporter: 'REP',
  stranger: 'CIT',
  desk: 'NA',
  coordinator: 'AA',
  officer: 'LO',
  'officer of another unit': 'LX',
  'coordinator elsewhere': 'LX',
  supervisor: 'SV',
  operator: 'OP',
}

/** What the table says of one cell. @throws when it says nothing: a field without a law is no field */
export function lawFor(
  reader: Reader | 'reporter',
  report: Pick<Planted, 'secrecy' | 'life'>,
  field: string,
): 'Y' | 'N' | '-' {
  const tables = tablesFor(report.secrecy, report.life)
  const row = tables.map((table) => rowOf(table, field)).find((cells) => cells !== undefined)
  const cell = row?.[columns.indexOf(columnOf[reader])]
  if (cell !== 'Y' && cell !== 'N' && cell !== '-')
    throw new Error(`No law for ${field} of ${report.secrecy} ${report.life}`)
  return cell
}

/** The first table that names a field decides. */
function tablesFor(secrecy: Secrecy, life: Life): readonly string[] {
  if (secrecy === 'confidential' || secrecy === 'both' || secrecy === 'nothing')
    return life === 'erased' ? hidden.erased : [always, ...hidden[life]]
  if (secrecy === 'open' || life === 'raised') return [always, ...open[life]]
  const isPublished = open[life].includes(published) || life === 'returned'
  if (secrecy === 'named')
    return isPublished && life !== 'erased' ? [always, named, ...open[life]] : [always, ...open[life]]
  return [always, anonymous, ...(isPublished ? (whereAnonymous[life] ?? [anonymousPublic]) : []), ...open[life]]
}

function rowOf(table: string, field: string): string[] | undefined {
  const line = table.split('\n').find((each) => each.trim().startsWith(`${field}  `) || /^ *anything /.test(each))
  return line?.trim().split(/\s+/).slice(-columns.length)
}

/** What a reader found although the law says nowhere, or did not find although it says that they do. */
export function wrongCells(
  reader: string,
  seen: ReadonlyMap<string, string>,
  reports: readonly Planted[],
  law: (report: Planted, field: string) => 'Y' | 'N' | '-',
): string[] {
  return reports.flatMap((report) =>
    [...new Set(report.canaries.map(({ field }) => field))].flatMap((field) => {
      const place = seen.get(`${report.name} ${field}`)
      const cell = law(report, field)
      if (cell === 'N' && place) return [`${reader} found the ${field} of a report ${report.name}: ${place}`]
      if (cell === 'Y' && !place) return [`${reader} did not find the ${field} of a report ${report.name}`]
      return []
    }),
  )
}
