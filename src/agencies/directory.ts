import type { Db } from '../platform/db.ts'
import type { Office } from '../report/clocks/clocks.ts'
import type { Zone } from '../report/clocks/day.ts'

/** An office (K/L/D or one of its units), as anyone may know it. */
export type Agency = {
  id: string
  parentId: string | null
  /** The office upwards that has a coordinator; itself unless it is a unit. */
  rootId: string
  name: string
  shortName: string | null
  kind: string
  zone: Zone
  areaCode: string | null
  /** The first word of an SMS to 1708 that is meant for it. */
  smsKeyword: string | null
  /** Other such words, which we understand and do not print. */
  smsAliases: readonly string[]
  isDesk: boolean
  active: boolean
}

export type Category = { id: string; parentId: string | null; nameId: string; nameEn: string }
export type Area = {
  code: string
  parentCode: string | null
  name: string
  level: string
  lat: number | null
  lon: number | null
}

/** The tree of offices, the categories and the areas, in memory: about two thousand rows that hardly change. */
export type Directory = {
  agencies: readonly Agency[]
  categories: readonly Category[]
  areas: readonly Area[]
  agency(id: string): Agency | undefined
  category(id: string): Category | undefined
  area(code: string): Area | undefined
  /** By slug, name, short name or alias, as people write them; undefined when it is not one of ours. */
  find(written: string): Agency | undefined
  /** By slug, or by a name or short name of its own that no other office bears. Never by an alias: those guess who will know. */
  findByOwnName(written: string): Agency | undefined
  /** A category by slug or by its name in either language. */
  findCategory(written: string): Category | undefined
  unitsOf(id: string): Agency[]
  desk(): Agency | undefined
}

/** What an office is written as where only its own names count (`findByOwnName`): its name; its id where others are called so too. */
export function ownNameOf(directory: Directory, { id, name }: Agency): string {
  return directory.findByOwnName(name)?.id === id ? name : id
}

/** Whose zone and closures count for what this agency owes. @throws RangeError for an agency that does not exist */
export function officeOf(directory: Directory, agencyId: string): Office {
  const agency = directory.agency(agencyId)
  if (!agency) throw new RangeError(`no such agency: ${agencyId}`)
  return { zone: agency.zone, scope: agency.id }
}

const reloadEveryMs = 30_000

/** A reader of the directory that loads it again every half minute. */
export function makeDirectory(db: Db): () => Promise<Directory> {
  let loaded: Promise<Directory> | undefined
  let at = 0
  return async () => {
    if (!loaded || Date.now() - at > reloadEveryMs) {
      at = Date.now()
      const before = loaded
      loaded = loadDirectory(db).catch((error) => {
        loaded = undefined
        if (before) return before
        throw error
      })
    }
    return loaded
  }
}

/** @throws whatever the database throws */
export async function loadDirectory(db: Db): Promise<Directory> {
  const [agencyRows, aliases, categoryRows, areaRows, keywordRows] = await Promise.all([
    db.selectFrom('publication.agency').selectAll().orderBy('name').execute(),
    db.selectFrom('publication.agency_alias').selectAll().execute(),
    db.selectFrom('publication.category').selectAll().orderBy('name_id').execute(),
    db.selectFrom('publication.area').selectAll().orderBy('name').execute(),
    db
      .selectFrom('publication.sms_keyword')
      .select(['word', 'agency_id'])
      .where('is_main', '=', false)
      .orderBy('word')
      .execute(),
  ])
  const smsAliases = Map.groupBy(keywordRows, ({ agency_id }) => agency_id)
  const agencies = agencyRows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    rootId: row.root_id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    zone: row.zone,
    areaCode: row.area_code,
    smsKeyword: row.sms_keyword,
    smsAliases: (smsAliases.get(row.id) ?? []).map(({ word }) => word),
    isDesk: row.is_desk,
    active: row.active,
  }))
  const categories = categoryRows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    nameId: row.name_id,
    nameEn: row.name_en,
  }))
  const areas = areaRows.map((row) => ({
    code: row.code,
    parentCode: row.parent_code,
    name: row.name,
    level: row.level,
    lat: row.lat,
    lon: row.lon,
  }))
  return makeLookups(agencies, categories, areas, aliases)
}

type Alias = { alias: string; agency_id: string }

function makeLookups(agencies: Agency[], categories: Category[], areas: Area[], aliases: Alias[]): Directory {
  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]))
  const categoryById = new Map(categories.map((category) => [category.id, category]))
  const areaByCode = new Map(areas.map((area) => [area.code, area]))
  const byName = new Map<string, Agency>()
  const byOwnName = new Map<string, Agency | undefined>()
  for (const alias of aliases) setOnce(byName, written(alias.alias), agencyById.get(alias.agency_id))
  for (const agency of agencies)
    for (const name of new Set([agency.name, agency.shortName ?? agency.name].map(written))) {
      setOnce(byName, name, agency)
      byOwnName.set(name, byOwnName.has(name) ? undefined : agency)
    }
  const categoryByName = new Map(
    categories.flatMap((category) => [
      [written(category.nameEn), category] as const,
      [written(category.nameId), category] as const,
    ]),
  )
  return {
    agencies,
    categories,
    areas,
    agency: (id) => agencyById.get(id),
    category: (id) => categoryById.get(id),
    area: (code) => areaByCode.get(code),
    find: (text) => agencyById.get(text.trim().toLowerCase()) ?? byName.get(written(text)),
    findByOwnName: (text) => agencyById.get(text.trim().toLowerCase()) ?? byOwnName.get(written(text)),
    findCategory: (text) => categoryById.get(text.trim().toLowerCase()) ?? categoryByName.get(written(text)),
    unitsOf: (id) => agencies.filter((agency) => agency.rootId === id && agency.id !== id),
    desk: () => agencies.find((agency) => agency.isDesk),
  }
}

function setOnce(map: Map<string, Agency>, key: string, agency: Agency | undefined) {
  if (agency && !map.has(key)) map.set(key, agency)
}

/** Letters and digits alone, lower case: how names are compared. */
export function written(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
