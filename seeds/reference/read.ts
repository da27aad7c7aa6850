import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { root } from '../../src/platform/root.ts'
import { isZone, readDay, type Zone } from '../../src/report/clocks/day.ts'

/** A line of agencies.csv. `parent` is empty for an office of its own: a city answers to nobody here but itself. */
export type AgencyFact = {
  slug: string
  parent: string | null
  name: string
  shortName: string | null
  kind: string
  zone: Zone
  areaCode: string | null
  smsKeyword: string | null
  isDesk: boolean
  isInspectorate: boolean
}

export type AreaFact = {
  code: string
  parent: string | null
  name: string
  level: string
  lat: number | null
  lon: number | null
}

export function agencyFacts(): AgencyFact[] {
  return rows('agencies').map((row) => ({
    slug: field(row, 'slug'),
    parent: row.parent_slug || null,
    name: field(row, 'name'),
    shortName: row.short_name || null,
    kind: field(row, 'kind'),
    zone: zoneOf(field(row, 'zone')),
    areaCode: row.area_code || null,
    smsKeyword: row.sms_keyword || null,
    isDesk: row.is_desk === '1',
    isInspectorate: row.is_inspectorate === '1',
  }))
}

export function areaFacts(): AreaFact[] {
  return rows('areas').map((row) => ({
    code: field(row, 'code'),
    parent: row.parent_code || null,
    name: field(row, 'name'),
    level: field(row, 'level'),
    lat: row.lat ? Number(row.lat) : null,
    lon: row.lon ? Number(row.lon) : null,
  }))
}

export function categoryFacts() {
  return rows('categories').map((row) => ({
    slug: field(row, 'slug'),
    parent: row.parent_slug || null,
    nameId: field(row, 'name_id'),
    nameEn: field(row, 'name_en'),
  }))
}

export function holidayFacts() {
  return rows('holidays').map((row) => ({
    day: readDay(field(row, 'day')),
    kind: field(row, 'kind'),
    name: field(row, 'name'),
  }))
}

export function decreedYears(): number[] {
  return rows('decreed-years').map((row) => Number(field(row, 'year')))
}

export function policyFacts() {
  return rows('policies').map((row) => ({
    key: field(row, 'key'),
    validFrom: readDay(field(row, 'valid_from')),
    amount: Number(field(row, 'amount')),
    unit: field(row, 'unit'),
    source: field(row, 'source'),
  }))
}

export function aliasFacts() {
  return rows('aliases').map((row) => ({ alias: field(row, 'alias'), slug: field(row, 'slug') }))
}

type Row = Partial<Record<string, string>>

function rows(name: string): Row[] {
  return parse(readFileSync(join(root, 'seeds', 'reference', `${name}.csv`)), { columns: true })
}

function field(row: Row, name: string): string {
  const value = row[name]
  if (!value) throw new Error(`a reference row has no ${name}: ${JSON.stringify(row)}`)
  return value
}

function zoneOf(text: string): Zone {
  if (!isZone(text)) throw new Error(`not a time zone of Indonesia: ${text}`)
  return text
}
