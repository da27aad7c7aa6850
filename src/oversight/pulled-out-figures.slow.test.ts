import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { publicSite } from '../publication/testing/public-site.ts'
import { as } from '../report/as.ts'
import { raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport } from '../testing/a-report.ts'
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

    const setting = { rules: await deps.rules(), directory: await deps.directory(), now: clock.now }
    const reporter = marta(made.id)
    await as(db.web, reporter, (tx) => raiseSecrecy(tx, reporter, made.id, { confidential: true }, setting))
    expect(await aMinuteLater()).toEqual(before)
  },
)

test('a report that is hidden while the figures are being reckoned is not counted a minute later either', async () => {
  anHourPasses()
  const before = await aMinuteLater()
  const made = await aReport(db, { stage: 'answered', at: clock.now })
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: clock.now }
  const reporter = marta(made.id)
  await as(db.web, reporter, async (tx) => {
    await raiseSecrecy(tx, reporter, made.id, { confidential: true }, setting)
    anHourPasses()
    expect((await sweep(deps)).paced).toBeGreaterThan(0)
  })
  expect(await aMinuteLater()).toEqual(before)
})
