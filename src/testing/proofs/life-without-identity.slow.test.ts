import { afterAll, expect, test } from 'vitest'
import { apiAs } from '../../casework-api/testing/api-as.ts'
import { sweep } from '../../oversight/sweep.ts'
import { sweepDeps } from '../../oversight/testing/sweep-deps.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { endEmbargo, layEmbargo } from '../../secrecy/embargo.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { aReport } from '../a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../cast.ts'
import { onDuty } from '../on-duty.ts'
import { testDeps, testKeeper, testKeyPair } from '../test-deps.ts'
import { fineTimes } from './fine-times.ts'

// All that may happen to a report without identity until it is erased, each at an odd instant; after each step every column that holds
// a time is read.

const db = await testDatabase()
let now = new Date('2026-01-14T01:37:12.345Z')
const sweeping = sweepDeps(db, () => now)
afterAll(() => sweeping.close())

test('whatever happens in the life of a report without identity, no time is finer than the hour', async () => {
  await onDuty(db, dedi, officerOf(), coordinatorOf())
  const before = await fineTimes(db)
  const point = { lat: -10.1, lon: 123.6 }
  const made = await aReport(db, { stage: 'in_progress', withoutIdentity: true, at: now, point })
  const deps = testDeps(db, () => now)
  const reporter = apiAs(db, { key: made.key }, deps)
  const later = () => {
    now = new Date(made.at.getTime() + 3_600_000 + 1_234_567)
    made.at = now
  }
  const says = async (path: string, body: object) => {
    later()
    const { status } = await reporter.post(`/reports/${made.trackingId}/${path}`, body)
    expect([path, status < 300]).toEqual([path, true])
    expect([path, await fineTimes(db)]).toEqual([path, before])
  }
  const answered = async () => {
    later()
    const step = {
      move: 'answer',
      text: 'Selesai.',
      data: { outcome: 'solved' },
      changes: { outcome: 'solved' },
    } as const
    await made.move(officerOf(), step, now)
    expect(await fineTimes(db)).toEqual(before)
  }
  await says('replies', { text: 'Masih begitu juga.' })
  await answered()
  await says('replies', { text: 'Belum.' })
  await answered()
  await says('confirmation', { rating: 3 })
  await says('reopening', { reason: 'Rusak lagi.' })
  await says('secrecy', { confidential: true })
  await says('secrecy', { confidential: false, confirm: true })
  now = new Date('2026-05-14T01:37:12.345Z')
  made.at = now
  expect(await sweep(sweeping)).toMatchObject({ escalated: 1, offered: 1 })
  expect(await fineTimes(db)).toEqual(before)
  await says('withdrawal', {})
  await says('erasure', { what: 'all', confirmed: true })
  const { config, uploadsDir } = deps
  const pair = { ...testKeyPair, keeper: testKeeper }
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now: () => now }, made.id)
  expect(await fineTimes(db)).toEqual(before)
})

test('nor when the desk holds its publication back, and lets it go', async () => {
  const before = await fineTimes(db)
  now = new Date('2026-06-10T01:37:12.345Z')
  const { id } = await aReport(db, { withoutIdentity: true, at: now })
  const order = { ground: 'court', statute: 'UU 13/2006', until: new Date('2026-06-20T17:00:00Z') } as const
  await as(db.web, dedi, (tx) => layEmbargo(tx, testKeeper, id, order, now))
  expect(await as(db.web, dedi, (tx) => endEmbargo(tx, id, new Date('2026-06-10T03:41:09.876Z')))).toBe(true)
  expect(await fineTimes(db)).toEqual(before)
})
