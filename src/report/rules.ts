import type { Db } from '../platform/db.ts'
import { type Calendar, makeCalendar } from './clocks/calendar.ts'
import { type ClockPolicy, policyFrom } from './clocks/policy.ts'
import { type Keeper, noKeeper } from './keeper.ts'

/**
 * What holds at this moment: the numbers and the calendar in force, which are rows, so they are read, not compiled in; and who
 * keeps the words that must not be readable at rest.
 */
export type Rules = { policy: ClockPolicy; calendar: Calendar; keeper: Keeper }

const checkEveryMs = 1000

/**
 * A reader of the rules that keeps them in memory and looks once a second whether the calendar has a new version.
 * A report that was reckoned with the version before is found and reckoned again by the sweep (report.calendar).
 */
export function makeRules(db: Db, keeper: Keeper): () => Promise<Rules> {
  let rules: Promise<Rules> | undefined
  let checkedAt = 0
  return async () => {
    if (rules && Date.now() - checkedAt < checkEveryMs) return rules
    checkedAt = Date.now()
    const known = await rules?.catch(() => undefined)
    if (!known || (await calendarVersion(db)) !== known.calendar.version) {
      rules = loadRules(db, keeper)
      rules.catch(() => {
        rules = undefined
      })
    }
    return rules ?? loadRules(db, keeper)
  }
}

/**
 * @param keeper left out, no words can be sealed or opened: enough to reckon
 * @throws whatever the database throws
 */
export async function loadRules(db: Db, keeper: Keeper = noKeeper): Promise<Rules> {
  const version = await calendarVersion(db)
  const [policies, holidays, years, agencies, areas] = await Promise.all([
    db.selectFrom('publication.policy').select(['key', 'amount']).orderBy('valid_from').execute(),
    db.selectFrom('publication.holiday').select(['day', 'name', 'kind', 'agency_id', 'area_code']).execute(),
    db.selectFrom('publication.decreed_year').select('year').execute(),
    db.selectFrom('publication.agency').select(['id', 'parent_id', 'area_code']).execute(),
    db.selectFrom('publication.area').select(['code', 'parent_code']).execute(),
  ])
  const parents = new Map(agencies.map((agency) => [agency.id, agency]))
  const areaParents = new Map(areas.map((area) => [area.code, area.parent_code]))
  const calendar = makeCalendar({
    version,
    decreed: years.map((row) => row.year),
    holidays: holidays.map((row) => ({
      day: row.day,
      name: row.name,
      kind: row.kind as 'national' | 'cuti_bersama' | 'closure',
      scope: row.agency_id ?? (row.area_code ? areaScope(row.area_code) : null),
    })),
    ancestors: remembering((scope) => above(scope, parents, areaParents)),
  })
  return { policy: policyFrom(policies), calendar, keeper }
}

type AgencyRow = { id: string; parent_id: string | null; area_code: string | null }

/** An area's name among the scopes of closures: areas and agencies share no names. */
export const areaScope = (code: string) => `area:${code}`

/** Everything whose closures an office shares: the offices above it, its area, and the areas around that. */
function above(scope: string, parents: Map<string, AgencyRow>, areaParents: Map<string, string | null>): string[] {
  const found: string[] = []
  for (let office = parents.get(scope); office; office = office.parent_id ? parents.get(office.parent_id) : undefined) {
    if (office.id !== scope) found.push(office.id)
    for (let code = office.area_code; code; code = areaParents.get(code) ?? null) found.push(areaScope(code))
  }
  return [...new Set(found)]
}

function remembering<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>()
  return (key) => {
    const known = found.get(key) ?? find(key)
    found.set(key, known)
    return known
  }
}

async function calendarVersion(db: Db): Promise<number> {
  const row = await db
    .selectFrom('publication.calendar_change')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}
