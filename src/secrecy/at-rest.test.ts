import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import type { Db } from '../platform/db.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { lowerSecrecy, raiseSecrecy } from './change-secrecy.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])

/** Words that stand nowhere else, in every place where a reporter or an office can write. */
function words(mark: string): Wanted {
  return {
    title: `judul${mark}`,
    text: `Cerita${mark} tentang uang yang diminta.`,
    category: `bidang${mark}`,
    ownDoor: `kantor${mark}`,
    place: `gang${mark}`,
    accused: [`orang${mark}`],
    answer: `jawaban${mark}`,
    progress: `perkembangan${mark}`,
    contact: { name: `Nama${mark}`, phone: '081298761234', email: `surat${mark}@contoh.test` },
    point: { lat: -10.178912, lon: 123.607345 },
  }
}

test('a dump of the database holds no word of a confidential report, and nothing about who filed it', async () => {
  await aReport(db, { ...words('qxzwvkjq'), accused: undefined, stage: 'answered', confidential: true })
  await aReport(db, { ...words('qxzwvkjq'), confidential: true })
  const dump = await dumpOf(db.owner)
  expect(dump).toContain('"confidential":true')
  for (const secret of ['qxzwvkjq', '81298761234', '10.178912', '123.607345']) expect(dump).not.toContain(secret)
})

test('a dump tells neither where a confidential report is, not even its cell, nor the name of the office it was sent to', async () => {
  const point = { lat: -10.178912, lon: 123.607345 }
  const filed = await aReport(db, { point, confidential: true, ownDoor: 'kota-kupang', accused: ['kepala kantor itu'] })
  const raised = await aReport(db, { point, stage: 'in_progress' })
  const anonymous = await aReport(db, { point, anonymous: true })
  const shown = await pointOf(anonymous.id)
  const reporter = marta(raised.id)
  const setting = { rules, directory, now: raised.at }
  const raise = { anonymous: true, confidential: true }
  await as(db.web, reporter, (tx) => raiseSecrecy(tx, reporter, raised.id, raise, setting))
  for (const { id } of [filed, raised]) expect(await pointOf(id)).toEqual({ public_lat: null, public_lon: null })
  expect(await dumpOf(db.owner)).not.toMatch(/"named_agency":"[^\\]/)
  const lower = { confidential: false, confirmed: true }
  await as(db.web, reporter, (tx) => lowerSecrecy(tx, reporter, raised.id, lower, setting))
  expect(await pointOf(raised.id), 'shown again, as of an anonymous report').toEqual(shown)
})

test('of an anonymous report the dump holds the words that everybody reads, and neither the name nor the exact point', async () => {
  await aReport(db, { ...words('wvk'), stage: 'answered', anonymous: true, accused: undefined })
  const dump = await dumpOf(db.owner)
  expect(dump).toContain('Ceritawvk')
  for (const secret of ['Namawvk', 'suratwvk', '10.178912']) expect(dump).not.toContain(secret)
})

test('an open report keeps its reporter out of the dump as well, unless they asked to be named', async () => {
  await aReport(db, { ...words('plm'), stage: 'answered', accused: undefined })
  expect(await dumpOf(db.owner)).not.toMatch(/Namaplm|suratplm/)
})

test('whoever raises secrecy seals every word in the same transaction, and whoever lowers it finds them as they were', async () => {
  const made = await aReport(db, { ...words('rahasianyaTerjaga'), stage: 'answered', accused: undefined })
  const before = await wordsOf(made.id)
  const change = { setting: { rules, directory, now: made.at }, reporter: marta(made.id) }

  await as(db.web, change.reporter, (tx) =>
    raiseSecrecy(tx, change.reporter, made.id, { confidential: true }, change.setting),
  )
  expect(await dumpOf(db.owner)).not.toContain('rahasianyaTerjaga')
  expect(await brokenChains(db.owner)).toBe(0)

  const opened = { confidential: false, confirmed: true }
  await as(db.web, change.reporter, (tx) => lowerSecrecy(tx, change.reporter, made.id, opened, change.setting))
  expect(await wordsOf(made.id)).toEqual(before)
  expect(await brokenChains(db.owner)).toBe(0)
  expect(await dumpOf(db.publicDb, ['publication'])).toContain('CeritarahasianyaTerjaga')
})

test('the database refuses readable words for a confidential report, whoever writes them', async () => {
  const made = await aReport(db, { confidential: true })
  const write = (table: string, column: string, id: string) =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = 'terbaca' where ${sql.ref(id)} = ${made.id}`.execute(
      db.owner,
    )
  await expect(write('casework.content', 'text', 'report_id')).rejects.toThrow('sealed before they are kept')
  await expect(write('casework.report', 'place', 'id')).rejects.toThrow('sealed before they are kept')
  await expect(write('casework.event', 'text', 'report_id')).rejects.toThrow('only ever added')
})

const pointOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['public_lat', 'public_lon'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

async function wordsOf(id: string) {
  const content = await db.owner
    .selectFrom('casework.content')
    .select(['original_title', 'original_text', 'title', 'text'])
    .where('report_id', '=', id)
    .executeTakeFirst()
  const events = await db.owner
    .selectFrom('casework.event')
    .select(['seq', 'text', 'words_hash', 'hash'])
    .where('report_id', '=', id)
    .where('text', 'is not', null)
    .orderBy('seq')
    .execute()
  const { place, lat, lon, point } = await db.owner
    .selectFrom('casework.report')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { content, events, place, lat, lon, point }
}

async function brokenChains(owner: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from casework.event e where hash <> casework.event_hash(e)`.execute(owner)
  return rows[0]?.n ?? -1
}

/** Every row of every table as text, with what stands in its bytes. */
async function dumpOf(
  owner: Db,
  schemas = ['casework', 'identity', 'publication', 'graphile_worker'],
): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any (${schemas})`.execute(
    owner,
  )
  const texts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.raw(name)} t`.execute(
      owner,
    )
    texts.push(...rows.map(({ row }) => row))
  }
  const text = texts.join('\n')
  const inBytes = [...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex').toString('latin1'),
  )
  const inWords = [...text.matchAll(/\\u0001([A-Za-z0-9+/=]+)/g)].map(([, sealed = '']) =>
    Buffer.from(sealed, 'base64').toString('latin1'),
  )
  return [text, ...inBytes, ...inWords].join('\n')
}
