import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../../agencies/directory.ts'
import { verifyChains } from '../../audit/verify-chains.ts'
import { deskOf } from '../../desk/testing/desk-app.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { loadRules } from '../../report/rules.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { dedi } from '../../testing/cast.ts'
import { canaryWord, makeFinder } from '../../testing/proofs/canaries.ts'
import { foundInTables } from '../../testing/proofs/look-into-tables.ts'
import { testKeeper, testKeys } from '../../testing/test-deps.ts'
import { canariesOfRow, fullRow } from './testing/full-row.ts'
import { writeReports } from './write-reports.ts'

const db = await testDatabase()
const now = new Date('2026-01-14T02:00:00Z')
const directory = await loadDirectory(db.owner)
const rules = await loadRules(db.owner, testKeeper)
const write = writeReports({ owner: db.owner, rules, directory, keys: testKeys, now })
const base = { sourceLayout: 'uji', oddDates: [], anonymous: false, confidential: false, text: 'Lampu mati.' }

const lives = ['open', 'answered', 'unlooked', 'confidential']
const find = makeFinder(lives.flatMap(canariesOfRow))

const idOf = async (report: string) => {
  const row = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .select(['r.id', 'r.tracking_id'])
    .where('c.original_text', 'like', `%${canaryWord(report, 'text')}%`)
    .executeTakeFirstOrThrow()
  return row
}

test('an imported report that is raised to confidential leaves no readable word in any table, wherever its file had words', async () => {
  await write([fullRow('open'), { ...fullRow('answered'), answeredAt: now }])
  await write([{ ...fullRow('unlooked'), answeredAt: now, anonymous: true }])
  await write([{ ...fullRow('confidential'), answeredAt: now, confidential: true }])
  expect((await foundInTables(db.owner, find)).length, 'what is open is found, so the search works').toBeGreaterThan(20)
  for (const report of ['open', 'answered', 'unlooked']) {
    const { id } = await idOf(report)
    await as(db.web, dedi, (tx) => raiseSecrecy(tx, dedi, id, { confidential: true }, { rules, directory, now }))
  }
  expect(await foundInTables(db.owner, find)).toEqual([])
  const faults: unknown[] = []
  await verifyChains(db.urls.owner, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})

test('why it was held or archived there is told inside, and to nobody outside', async () => {
  await write([{ ...base, sourceId: '7', status: 'Menunggu balasan Pak Camat', statusReason: 'Alamatnya kurang.' }])
  const { id, tracking_id } = await db.owner
    .selectFrom('casework.report')
    .select(['id', 'tracking_id'])
    .where('import_id', '=', '7')
    .executeTakeFirstOrThrow()
  const page = await deskOf(db, dedi).page(`/kelola/laporan/${tracking_id}`)
  expect(page).toContain('Status di sistem lama: Menunggu balasan Pak Camat')
  expect(page).toContain('Alasannya di sistem lama: Alamatnya kurang.')
  const { audience } = await db.owner
    .selectFrom('casework.event')
    .select('audience')
    .where('report_id', '=', id)
    .where('move', '=', 'note')
    .executeTakeFirstOrThrow()
  expect(audience).toBe('office')
})

test('a status that every system has is kept as that status, without a note', async () => {
  await write([{ ...base, sourceId: '8', status: 'DITUTUP OLEH ADMIN' }])
  const { data } = await db.owner
    .selectFrom('casework.event as e')
    .innerJoin('casework.report as r', 'r.id', 'e.report_id')
    .select('data')
    .where('import_id', '=', '8')
    .executeTakeFirstOrThrow()
  expect(data).toEqual({ imported: 'uji', oldStatus: 'ditutup-oleh-admin', filed: expect.any(String) })
})

test('the same row comes in once, also where its number is no number', async () => {
  expect(await write([{ ...base, sourceId: 'bukan nomor, kalimat' }])).toEqual(['added'])
  expect(await write([{ ...base, sourceId: 'bukan nomor, kalimat' }])).toEqual(['already'])
})

test.each([
  ['a sentence', { reason: 'Pak Camat pindah rumah' }],
  ['a name', { reason: 'Yosef' }],
  ['a telephone', { reason: '081234567890' }],
  ['a telephone as a number', { rating: 81234567890 }],
  ['a sentence as a name of a fact', { 'Pak Camat pindah': true }],
  ['a list', { reason: ['unclear'] }],
  ['something within', { reason: { text: 'unclear' } }],
])('the database takes no words as facts of an event, whoever writes: %s', async (_, data) => {
  const { rows } = await sql<{
    kept: boolean
  }>`select casework.are_facts(${JSON.stringify(data)}::jsonb) as kept`.execute(db.owner)
  expect(rows[0]?.kept).toBe(false)
  const { id } = await db.owner
    .selectFrom('casework.report')
    .select('id')
    .where('import_id', '=', '8')
    .executeTakeFirstOrThrow()
  const recorded = as(db.web, dedi, (tx) =>
    sql`select casework.record_move(${id}, 'note', 'received', ${now}, 'Asia/Jakarta', 'office', 'Catatan.',
      ${JSON.stringify(data)}::jsonb, '{}', '{}')`.execute(tx),
  )
  await expect(recorded).rejects.toThrow('no words')
})
