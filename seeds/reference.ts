import type { Db } from '../src/platform/db.ts'
import type { HolidayKind } from '../src/report/clocks/calendar.ts'
import { keywordAliases } from './reference/keyword-aliases.ts'
import { writtenNames } from './reference/names.ts'
import {
  agencyFacts,
  aliasFacts,
  areaFacts,
  categoryFacts,
  decreedYears,
  holidayFacts,
  policyFacts,
  type AgencyFact,
} from './reference/read.ts'

/**
 * Plants the facts that every installation starts with: areas, agencies and how their names are written, categories,
 * holidays and policies. Adds what is missing and leaves what is there, for offices edit these rows on screen.
 * @param db the owner's connection
 * @param now recorded when holidays are added to a calendar that is already in use, so that open deadlines are reckoned again
 * @returns how many rows were added
 */
export async function seedReference(db: Db, now?: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const counts = [
      await plantAreas(tx),
      await plantAgencies(tx),
      await plantAliases(tx),
      await plantKeywordAliases(tx),
    ]
    return [...counts, await plantCategories(tx), await plantCalendar(tx, now), await plantPolicies(tx)].reduce(
      (sum, count) => sum + count,
      0,
    )
  })
}

async function plantAreas(db: Db) {
  const values = areaFacts().map(({ parent, ...area }) => ({ ...area, parent_code: parent }))
  return added(
    await db
      .insertInto('publication.area')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

async function plantAgencies(db: Db) {
  const agencies = agencyFacts()
  const bySlug = new Map(agencies.map((agency) => [agency.slug, agency]))
  const values = agencies.map((agency) => ({
    id: agency.slug,
    parent_id: agency.parent,
    root_id: rootOf(agency, bySlug),
    name: agency.name,
    short_name: agency.shortName,
    kind: agency.kind,
    zone: agency.zone,
    area_code: agency.areaCode,
    sms_keyword: agency.smsKeyword,
    is_desk: agency.isDesk,
    is_inspectorate: agency.isInspectorate,
  }))
  return added(
    await db
      .insertInto('publication.agency')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

/** The nearest office upwards that has a coordinator. @throws when the chain of parents is broken */
function rootOf(agency: AgencyFact, bySlug: ReadonlyMap<string, AgencyFact>): string {
  if (agency.kind !== 'unit') return agency.slug
  const parent = agency.parent && bySlug.get(agency.parent)
  if (!parent) throw new Error(`the unit ${agency.slug} belongs to nobody`)
  return rootOf(parent, bySlug)
}

async function plantAliases(db: Db) {
  const bySpelling = new Map([...writtenNames(agencyFacts()), ...aliasFacts()].map(({ alias, slug }) => [alias, slug]))
  const values = [...bySpelling].map(([alias, slug]) => ({ alias, agency_id: slug }))
  return added(
    await db
      .insertInto('publication.agency_alias')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

/** Once: what the national desk takes away later stays away. A word of another office stays that office's. */
async function plantKeywordAliases(db: Db) {
  const planted = await db
    .selectFrom('publication.sms_keyword')
    .select('word')
    .where('is_main', '=', false)
    .executeTakeFirst()
  if (planted) return 0
  const values = keywordAliases(agencyFacts(), aliasFacts()).map(({ word, slug }) => ({ word, agency_id: slug }))
  return added(
    await db
      .insertInto('publication.sms_keyword')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

async function plantCategories(db: Db) {
  const values = categoryFacts().map(({ slug, parent, nameId, nameEn }) => ({
    id: slug,
    parent_id: parent,
    name_id: nameId,
    name_en: nameEn,
  }))
  return added(
    await db
      .insertInto('publication.category')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

async function plantCalendar(db: Db, now: Date | undefined) {
  const inUse = await db.selectFrom('publication.holiday').select('id').limit(1).executeTakeFirst()
  const years = decreedYears().map((year) => ({ year }))
  const holidays = holidayFacts().map((holiday) => ({ ...holiday, kind: holiday.kind as HolidayKind }))
  const count =
    added(
      await db
        .insertInto('publication.decreed_year')
        .values(years)
        .onConflict((row) => row.doNothing())
        .execute(),
    ) +
    added(
      await db
        .insertInto('publication.holiday')
        .values(holidays)
        .onConflict((row) => row.doNothing())
        .execute(),
    )
  if (inUse && count > 0) await recordChange(db, now)
  return count
}

async function recordChange(db: Db, now: Date | undefined) {
  if (!now) throw new Error('holidays were added to a calendar in use, and nobody said when')
  const { version } = await db
    .selectFrom('publication.calendar_change')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
    .executeTakeFirstOrThrow()
  const change = { version: version + 1, at: now, reason: 'Hari libur dan cuti bersama diperbarui' }
  await db.insertInto('publication.calendar_change').values(change).execute()
}

async function plantPolicies(db: Db) {
  const values = policyFacts().map(({ validFrom, ...policy }) => ({ ...policy, valid_from: validFrom }))
  return added(
    await db
      .insertInto('publication.policy')
      .values(values)
      .onConflict((row) => row.doNothing())
      .execute(),
  )
}

function added(results: { numInsertedOrUpdatedRows?: bigint }[]): number {
  return results.reduce((sum, result) => sum + Number(result.numInsertedOrUpdatedRows ?? 0n), 0)
}
