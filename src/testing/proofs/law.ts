import type { Reader } from './canary-people.ts'
import type { Life, Planted, Secrecy } from './canary-world.ts'

// secrecy.md as a table that people read. Y: they find it · N: nowhere, as if it did not exist · -: may, need not.
// PUB anyone · REP who filed it · CIT somebody signed in · NA the desk · AA coordinator and LO officer of the office that has it ·
// LX officers of another unit or agency · SV supervisors · OP operator.
// Words that the reporter wrote first, before the desk put them right, are never more public than the report itself.

const columns = ['PUB', 'REP', 'CIT', 'NA', 'AA', 'LO', 'LX', 'SV', 'OP'] as const
type Column = (typeof columns)[number]

const neverPublished = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   Y   N   N   N   N   N
  text           N   Y   N   Y   N   N   N   N   N
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
  picture        N   Y   N   Y   N   N   N   N   N
  accused        N   -   N   -   N   N   N   N   N
  name           N   -   N   Y   N   N   N   N   N
`

const published = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          Y   Y   Y   Y   Y   Y   Y   Y   Y
  text           Y   Y   Y   Y   Y   Y   Y   Y   Y
  first title    N   Y   N   Y   -   -   N   -   N
  first text     N   Y   N   Y   Y   Y   N   -   N
  place          Y   Y   Y   Y   Y   Y   Y   Y   Y
  point          Y   Y   Y   Y   Y   Y   Y   Y   Y
  picture        Y   Y   Y   Y   Y   Y   Y   Y   Y
  progress       Y   Y   Y   Y   Y   Y   Y   Y   Y
  answer         Y   Y   Y   Y   Y   Y   Y   Y   Y
  question       N   Y   N   Y   Y   Y   N   -   N
  message        N   Y   N   Y   Y   Y   N   -   N
  return         N   Y   N   Y   -   -   N   -   N
  office note    N   N   N   Y   Y   Y   N   -   N
  name           N   -   N   Y   Y   Y   N   Y   N
`

/** Back at the desk: the public copy stays, the office that gave it back has it no longer. */
const returned = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          Y   Y   Y   Y   Y   Y   Y   Y   Y
  text           Y   Y   Y   Y   Y   Y   Y   Y   Y
  place          Y   Y   Y   Y   Y   Y   Y   Y   Y
  point          Y   Y   Y   Y   Y   Y   Y   Y   Y
  picture        Y   Y   Y   Y   Y   Y   Y   Y   Y
  return         N   Y   N   Y   N   N   N   -   N
  name           N   -   N   Y   N   N   N   Y   N
`

/** The public side keeps ID and status only. */
const withdrawn = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   -   -   -   N   -   N
  text           N   Y   N   -   -   -   N   -   N
  place          N   Y   N   -   -   -   N   -   N
  point          N   Y   N   -   -   -   N   -   N
  picture        N   Y   N   -   -   -   N   -   N
  name           N   -   N   -   -   -   N   -   N
`

const confidential = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   Y   Y   N   N   N
  text           N   Y   N   N   Y   Y   N   N   N
  first title    N   Y   N   N   -   -   N   N   N
  first text     N   Y   N   N   N   N   N   N   N
  place          N   Y   N   N   Y   Y   N   N   N
  point          N   Y   N   N   Y   Y   N   N   N
  picture        N   Y   N   N   Y   Y   N   N   N
  progress       N   Y   N   N   Y   Y   N   N   N
  answer         N   Y   N   N   Y   Y   N   N   N
  question       N   Y   N   N   Y   Y   N   N   N
  message        N   Y   N   N   Y   Y   N   N   N
  office note    N   N   N   N   Y   Y   N   N   N
  name           N   -   N   N   N   N   N   N   N
`

/** Whenever it is at the desk, the desk reads it. */
const confidentialAtTheDesk = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   Y   N   N   N   N   N
  text           N   Y   N   Y   N   N   N   N   N
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
  picture        N   Y   N   Y   N   N   N   N   N
  return         N   Y   N   Y   N   N   N   N   N
  accused        N   -   N   -   N   N   N   N   N
  name           N   -   N   N   N   N   N   N   N
`

const confidentialWithdrawn = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  title          N   Y   N   N   -   N   N   N   N
  text           N   Y   N   N   -   N   N   N   N
  place          N   Y   N   N   -   N   N   N   N
  point          N   Y   N   N   -   N   N   N   N
  picture        N   Y   N   N   -   N   N   N   N
  name           N   -   N   N   N   N   N   N   N
`

/** Whatever was chosen: numbers are nobody's to see, and what a camera wrote into the file is gone. */
const always = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  phone          N   -   N   N   N   N   N   N   N
  email          N   -   N   N   N   N   N   N   N
  handle         N   -   N   N   N   N   N   N   N
  picture data   N   N   N   N   N   N   N   N   N
`

const open: Record<Life, string> = { received: neverPublished, returned, answered: published, withdrawn }

const hidden: Record<Life, string> = {
  received: confidentialAtTheDesk,
  returned: confidentialAtTheDesk,
  answered: confidential,
  withdrawn: confidentialWithdrawn,
}

/** What else an anonymous report hides: who, and where exactly. */
const anonymous = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  name           N   -   N   N   N   N   N   N   N
`
const anonymousPublic = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  first text     N   Y   N   Y   N   N   N   -   N
  place          N   Y   N   Y   Y   Y   N   N   N
  point          N   Y   N   Y   Y   Y   N   N   N
`
const anonymousReturned = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  place          N   Y   N   Y   N   N   N   N   N
  point          N   Y   N   Y   N   N   N   N   N
`
const named = `
                PUB REP CIT NA  AA  LO  LX  SV  OP
  name           Y   Y   Y   Y   Y   Y   Y   Y   Y
`

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
function tablesFor(secrecy: Secrecy, life: Life): string[] {
  if (secrecy === 'confidential' || secrecy === 'both' || secrecy === 'nothing') return [always, hidden[life]]
  if (secrecy === 'open') return [always, open[life]]
  const isPublished = life === 'answered' || life === 'returned'
  if (secrecy === 'named') return isPublished ? [always, named, open[life]] : [always, open[life]]
  const where = life === 'answered' ? [anonymousPublic] : life === 'returned' ? [anonymousReturned] : []
  return [always, anonymous, ...where, open[life]]
}

function rowOf(table: string, field: string): string[] | undefined {
  const line = table.split('\n').find((each) => each.trim().startsWith(`${field}  `))
  return line?.trim().slice(field.length).trim().split(/\s+/)
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
