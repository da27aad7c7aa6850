import { expect, test } from 'vitest'
import { loadDirectory } from '../src/agencies/directory.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { isWorkingDay } from '../src/report/clocks/calendar.ts'
import { readDay } from '../src/report/clocks/day.ts'
import { defaultPolicy } from '../src/report/clocks/policy.ts'
import { loadRules } from '../src/report/rules.ts'
import { agencyFacts, aliasFacts, areaFacts, categoryFacts, holidayFacts, policyFacts } from './reference/read.ts'
import { seedReference } from './reference.ts'

const agencies = agencyFacts()
const bySlug = new Map(agencies.map((agency) => [agency.slug, agency]))

test('every office has its own slug and keyword, and a parent that exists', () => {
  const keywords = agencies.flatMap((agency) => agency.smsKeyword ?? [])
  expect(bySlug.size).toBe(agencies.length)
  expect(new Set(keywords).size).toBe(keywords.length)
  expect(agencies.filter(({ parent }) => parent && !bySlug.has(parent))).toEqual([])
  expect(agencies.filter(({ kind, parent }) => kind === 'unit' && !parent)).toEqual([])
})

test('the whole country is there: 48 ministries and the one examples name, 546 local governments, 123 state universities', () => {
  const count = (...kinds: string[]) => agencies.filter(({ kind }) => kinds.includes(kind)).length
  expect(count('ministry')).toBe(49)
  expect(count('province', 'regency', 'city')).toBe(546)
  expect(count('university')).toBe(123)
  expect(agencies.filter(({ isDesk }) => isDesk).map(({ slug }) => slug)).toEqual(['kemenpanrb'])
})

test.each([
  ['kota-kupang', 'Asia/Makassar', 'KOTKUPANG'],
  ['kab-luwu', 'Asia/Makassar', 'KABLUWU'],
  ['kota-surabaya', 'Asia/Jakarta', 'KOTSURABAYA'],
  ['dki-jakarta', 'Asia/Jakarta', 'DKIJAKARTA'],
  ['prov-papua', 'Asia/Jayapura', 'PROVPAPUA'],
  ['kab-tangerang', 'Asia/Jakarta', 'TANGKAB'],
  ['kota-pontianak', 'Asia/Jakarta', 'KOTPONTIANAK'],
  ['kota-palangkaraya', 'Asia/Jakarta', 'KOTPALANGKARAYA'],
  ['kota-banjarmasin', 'Asia/Makassar', 'KOTBANJARMASIN'],
  ['kota-samarinda', 'Asia/Makassar', 'KOTSAMARINDA'],
  ['kota-denpasar', 'Asia/Makassar', 'KOTDENPASAR'],
  ['kota-mataram', 'Asia/Makassar', 'KOTMATARAM'],
  ['kota-ambon', 'Asia/Jayapura', 'KOTAMBON'],
  ['kab-jayapura', 'Asia/Jayapura', 'KABJAYAPURA'],
])('%s lives in %s and answers to %s', (slug, zone, smsKeyword) => {
  expect(bySlug.get(slug)).toMatchObject({ zone, smsKeyword })
})

test.each([
  ['universitas-hasanuddin', 'Asia/Makassar'],
  ['universitas-pattimura', 'Asia/Jayapura'],
  ['universitas-tanjungpura', 'Asia/Jakarta'],
  ['politeknik-negeri-tanah-laut', 'Asia/Makassar'],
  ['politeknik-negeri-sambas', 'Asia/Jakarta'],
])('the state university %s keeps the time of %s', (slug, zone) => {
  expect(bySlug.get(slug)).toMatchObject({ zone, parent: 'kemdiktisaintek' })
})

test('the offices that examples name are there, with their units and inspectorates', () => {
  const unitsOf = (slug: string) => agencies.filter(({ parent }) => parent === slug).map((unit) => unit.slug)
  expect(unitsOf('kota-kupang')).toEqual(
    expect.arrayContaining(['kota-kupang-dinkes', 'kota-kupang-pupr', 'kota-kupang-inspektorat']),
  )
  expect(unitsOf('kota-kupang-dinkes')).toHaveLength(2)
  for (const slug of ['bpjs-kesehatan', 'kemendikbud', 'universitas-hasanuddin', 'ombudsman', 'ksp'])
    expect(bySlug.has(slug)).toBe(true)
  const watched = ['kota-kupang', 'kota-surabaya', 'kab-luwu', 'dki-jakarta', 'prov-papua', 'bpjs-kesehatan']
  for (const slug of [...watched, 'kemendikbud', 'universitas-hasanuddin', 'kemenpanrb'])
    expect(agencies.some(({ parent, isInspectorate }) => parent === slug && isInspectorate)).toBe(true)
})

test('areas, categories and aliases point at rows that exist', () => {
  const areas = areaFacts()
  const codes = new Set(areas.map(({ code }) => code))
  expect(codes.size).toBe(areas.length)
  expect(areas.filter(({ level }) => level === 'province')).toHaveLength(38)
  expect(areas.filter(({ level }) => level === 'regency')).toHaveLength(514)
  expect(areas.filter(({ parent }) => parent && !codes.has(parent))).toEqual([])
  expect(agencies.filter(({ areaCode }) => areaCode && !codes.has(areaCode))).toEqual([])
  const categories = categoryFacts()
  const slugs = new Set(categories.map(({ slug }) => slug))
  expect(slugs.size).toBe(categories.length)
  expect(categories.filter(({ parent }) => parent && !slugs.has(parent))).toEqual([])
  expect(aliasFacts().filter(({ slug }) => !bySlug.has(slug))).toEqual([])
})

test('the calendar knows holidays and cuti bersama of 2024 to 2026, and of 2027 only the fixed days', () => {
  const days = (year: number, kind: string) =>
    holidayFacts().filter((row) => row.kind === kind && row.day.startsWith(String(year))).length
  expect([2024, 2025, 2026, 2027].map((year) => [days(year, 'national'), days(year, 'cuti_bersama')])).toEqual([
    [19, 10],
    [17, 11],
    [17, 8],
    [5, 0],
  ])
})

test('a fresh database has the rules and knows offices however they are written', async () => {
  const { owner } = await testDatabase()
  const [rules, directory] = [await loadRules(owner), await loadDirectory(owner)]
  expect(rules.policy).toEqual(defaultPolicy)
  expect(policyFacts().every(({ source }) => source.length > 20)).toBe(true)
  expect(isWorkingDay(readDay('2026-01-16'), 'kota-kupang-dinkes', rules.calendar)).toBe(false)
  expect([...rules.calendar.decreed]).toEqual([2024, 2025, 2026])
  const spellings = {
    'Pemprov DKI 2': 'dki-jakarta',
    'Dinas Perhubungan Kota Semarang': 'kota-semarang',
    'Kab. Luwu': 'kab-luwu',
    KOTKUPANG: 'kota-kupang',
    'PEMKOT KUPANG': 'kota-kupang',
    'Walikota Surabaya': 'kota-surabaya',
    'BPJS Kesehatan KC Palangkaraya': 'bpjs-kesehatan',
    'Kementerian Komunikasi dan Informatika': 'komdigi',
    'kelurahan dukuh setro kota surabaya': 'kota-surabaya-kec-tambaksari',
    Unhas: 'universitas-hasanuddin',
  }
  for (const [written, slug] of Object.entries(spellings)) expect(directory.find(written)?.id).toBe(slug)
  expect(directory.find('Semarang')).toBeUndefined()
  expect(directory.agency('kota-kupang-puskesmas-oebobo')?.rootId).toBe('kota-kupang')
})

test('planting again adds nothing and leaves what an office changed', async () => {
  const { owner } = await testDatabase()
  await owner.updateTable('publication.agency').set({ name: 'Kota Kasih' }).where('id', '=', 'kota-kupang').execute()
  expect(await seedReference(owner)).toBe(0)
  const row = await owner
    .selectFrom('publication.agency')
    .select('name')
    .where('id', '=', 'kota-kupang')
    .executeTakeFirst()
  expect(row?.name).toBe('Kota Kasih')
  await owner.deleteFrom('publication.holiday').where('day', '=', '2026-12-24').execute()
  expect(await seedReference(owner, new Date('2026-11-22T00:00:00Z'))).toBe(1)
  expect((await loadRules(owner)).calendar.version).toBe(1)
})
