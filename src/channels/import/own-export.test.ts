import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../../agencies/directory.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import type { Db } from '../../platform/db.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { exportReports } from '../../publication/export-reports.ts'
import { as, type Tx } from '../../report/as.ts'
import type { Actor } from '../../report/actor.ts'
import { loadRules } from '../../report/rules.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { dedi, marta } from '../../testing/cast.ts'
import { testDeps, testKeyPair } from '../../testing/test-deps.ts'
import { type ImportCounts, importReports } from './import-reports.ts'
import { recogniseFile } from './read-file.ts'
import { rehearseReports } from './rehearse-reports.ts'
import { type ImportDeps, writeReports } from './write-reports.ts'

const [db, elsewhere] = [await testDatabase(), await testDatabase()]
const base = testDeps(db)
const { dataDir } = base.config
const keys = { ...base.keys, keeper: keeperOf({ dataDir }) }
const setting = {
  rules: await loadRules(db.owner, keys.keeper),
  directory: await loadDirectory(db.owner),
  now: new Date('2026-02-16T02:00:00Z'),
}
const pair = { ...testKeyPair, keeper: keys.keeper }
const worker = { db: db.worker, keys: { dataDir }, pair, uploadsDir: base.uploadsDir, now: () => setting.now }
const folder = mkdtempSync(join(tmpdir(), 'lapor-own-export-'))
const files = { csv: join(folder, 'laporan.csv'), jsonl: join(folder, 'laporan.jsonl') }
const depsOf = (owner: Db): ImportDeps => ({ ...setting, owner, keys })
const fates = ['public', 'hidden', 'withdrawn', 'erased', 'forgotten', 'merged', 'closed'] as const
const made = {} as Record<(typeof fates)[number], Made>

const byReporter = ({ id }: Made, work: (tx: Tx, actor: Actor) => Promise<unknown>) =>
  as(db.web, marta(id), (tx) => work(tx, marta(id)))

beforeAll(async () => {
  for (const fate of fates)
    made[fate] = await aReport(db, {
      stage: fate === 'closed' ? 'answered' : 'forwarded',
      text: `Jembatan gantung di dusun ${fate} putus talinya.`,
      keys,
    })
  const old = { sourceLayout: 'lapor-2017', sourceId: '5000001', text: 'Got di pasar lama mampet.', oddDates: [] }
  await writeReports(depsOf(db.owner))([{ ...old, answeredAt: setting.now, anonymous: false, confidential: false }])
  for (const format of ['csv', 'jsonl'] as const) {
    let written = ''
    for await (const lines of exportReports(db.publicDb, { directory: setting.directory, format })) written += lines
    writeFileSync(files[format], written)
  }
  await byReporter(made.hidden, (tx, by) => raiseSecrecy(tx, by, made.hidden.id, { confidential: true }, setting))
  for (const gone of [made.withdrawn, made.erased])
    await byReporter(gone, (tx, by) => withdrawReport(tx, by, gone.id, setting))
  await byReporter(made.erased, (tx, by) => askErasure(tx, by, made.erased.id, 'all', setting.now))
  await byReporter(made.forgotten, (tx, by) => askErasure(tx, by, made.forgotten.id, 'identity', setting.now))
  for (const gone of [made.erased, made.forgotten]) await eraseReport(worker, gone.id)
  await made.merged.move(dedi, { move: 'merge', changes: { merged_into: made.public.id } })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function bring(file: string, owner: Db, write = writeReports): Promise<ImportCounts> {
  const { rows } = await recogniseFile(file)
  return importReports(rows(setting.now), write(depsOf(owner)))
}

const all = { read: fates.length + 1, added: 0, waiting: 0, already: 0, refused: 0 }
const numbers = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from casework.report`.execute(db.owner)
  return rows[0]?.n
}

test.each(['csv', 'jsonl'] as const)(
  'what was exported as %s here and has been hidden, withdrawn, erased or merged since is here already: nothing comes back',
  async (format) => {
    const before = await numbers()
    expect(await bring(files[format], db.owner, rehearseReports)).toEqual({ ...all, already: all.read })
    expect(await bring(files[format], db.owner)).toEqual({ ...all, already: all.read })
    expect(await numbers()).toBe(before)
    const { rows } = await sql<{ text: string }>`select text from casework.content`.execute(db.owner)
    const readable = rows.map(({ text }) => text).join('\n')
    expect(readable).toContain('dusun public')
    expect(readable).not.toMatch(/dusun (?:hidden|erased)/)
  },
)

test('another installation takes the same file as it takes any, once, and says so before it does', async () => {
  const rehearsed = await bring(files.csv, elsewhere.owner, rehearseReports)
  expect(rehearsed).toMatchObject({ added: all.read, already: 0 })
  expect(await bring(files.csv, elsewhere.owner)).toEqual(rehearsed)
  expect(await bring(files.jsonl, elsewhere.owner, rehearseReports)).toEqual({ ...all, already: all.read })
  expect(await bring(files.jsonl, elsewhere.owner)).toEqual({ ...all, already: all.read })
})

test('a number in any case and grouping is the same number; of another layout it is that system’s own', async () => {
  const { trackingId } = made.hidden
  const row = { text: 'Jembatan gantung putus.', oddDates: [], anonymous: false, confidential: false }
  const write = rehearseReports(depsOf(db.owner))
  const sourceId = `${trackingId.slice(0, 3)}-${trackingId.slice(3)}`.toLowerCase()
  expect(await write([{ ...row, sourceLayout: 'sp4n-export', sourceId }])).toEqual(['already'])
  expect(await write([{ ...row, sourceLayout: 'lapor-2017', sourceId: trackingId }])).toEqual(['added'])
})

test('a rehearsal tells rows that repeat within the file, as the import does', async () => {
  const row = { sourceLayout: 'uji', text: 'Lampu mati.', oddDates: [], anonymous: false, confidential: false }
  const rows = ['1', '2', '1'].map((sourceId) => ({ ...row, sourceId }))
  expect(await rehearseReports(depsOf(db.owner))(rows)).toEqual(['added', 'added', 'already'])
  expect(await writeReports(depsOf(db.owner))(rows)).toEqual(['added', 'added', 'already'])
})
