import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { publicSite } from '../publication/testing/public-site.ts'
import { as } from '../report/as.ts'
import { raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { sweep } from './sweep.ts'
import { sweepDeps } from './testing/sweep-deps.ts'

const db = await testDatabase()
const clock = { now: new Date('2026-01-15T03:00:00Z') }
const deps = sweepDeps(db, () => clock.now)
afterAll(() => deps.close())

/** Wherever the public is shown how many there are, how fast, or which. */
const paths = [
  '/',
  '/laporan',
  '/laporan?instansi=kota-kupang',
  '/laporan?status=answered',
  '/laporan?wilayah=53.71',
  '/laporan?q=jalan',
  '/instansi',
  '/instansi/kota-kupang',
  '/statistik',
  '/en/statistik',
  '/data',
  '/data/laporan.csv',
  '/api/v1/reports',
  '/api/v1/statistics',
  '/api/v1/agencies',
  '/api/v1/agencies/kota-kupang',
]

/** What is reckoned once an hour is due again. */
function anHourPasses() {
  clock.now = new Date(clock.now.getTime() + 3_600_000)
}

/** A minute goes by, with its sweep; then everything is asked for by somebody who kept nothing. */
async function aMinuteLater() {
  clock.now = new Date(clock.now.getTime() + 60_000)
  await sweep(deps)
  // Days ago are told by the clock: the public looks at the same moment each time.
  const site = publicSite(db, () => new Date('2026-01-15T09:00:00Z'))
  const answers: Record<string, string> = {}
  for (const path of paths) {
    const answer = await site.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    answers[path] = await answer.text()
  }
  return answers
}

test.each(['answered', 'in_progress', 'closed'] as const)(
  'a minute after an %s report was hidden every figure of the public is what it was before there was that report',
  async (stage) => {
    await aReport(db, { stage: 'answered', text: 'Lampu jalan mati.', areaCode: '53.71', at: clock.now })
    anHourPasses()
    const before = await aMinuteLater()
    // Filed long ago: late, where it is not answered.
    const at = new Date('2025-12-01T03:00:00Z')
    const made = await aReport(db, { stage, text: 'Pungutan di jalan.', areaCode: '53.71', at, rating: 4 })
    anHourPasses()
    const shown = await aMinuteLater()
    const changed = paths.filter((path) => shown[path] !== before[path])
    expect(changed).toEqual(expect.arrayContaining(['/statistik', '/api/v1/statistics', '/instansi/kota-kupang', '/']))

    await hide(made)
    expect(await aMinuteLater()).toEqual(before)
  },
)

/** Until somebody waits for a lock of this database. */
async function somebodyWaits(): Promise<void> {
  const { rows } = await sql`
    select from pg_locks l join pg_database d on d.oid = l.database
    where not l.granted and d.datname = current_database()`.execute(db.owner)
  if (rows.length === 0) await somebodyWaits()
}

async function hide({ id }: Made) {
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: clock.now }
  await as(db.web, marta(id), (tx) => raiseSecrecy(tx, marta(id), id, { confidential: true }, setting))
}

test('a report that is hidden while the figures are being reckoned is not counted a minute later either', async () => {
  anHourPasses()
  const before = await aMinuteLater()
  const [one, other] = [
    await aReport(db, { stage: 'answered', at: clock.now }),
    await aReport(db, { stage: 'answered', at: clock.now }),
  ]
  await hide(other)
  anHourPasses()
  let reckoning: Promise<unknown> = Promise.resolve()
  await db.owner.transaction().execute(async (tx) => {
    await sql`lock table publication.pace in share mode`.execute(tx)
    reckoning = sweep(deps)
    await somebodyWaits() // it has counted, and not yet kept what it counted
    await hide(one)
  })
  await reckoning
  expect(await aMinuteLater()).toEqual(before)
})
