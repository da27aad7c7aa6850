import { afterAll, expect, test } from 'vitest'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { testDeps, testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())

test('whoever has their report forgotten is forgotten by mail: no letter, no token and no mail leads to it any more', async () => {
  const [receipt] = await world.mail({
    from: 'marta@rumah.test',
    subject: 'Jalan',
    text: 'Jalan rusak di Oeba sejak banjir.',
  })
  await world.mail(replyTo(receipt as GotLetter, 'STOP'))
  const { id } = await world.report()
  const reporter = { role: 'reporter', reportId: id } as const
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.web, reporter, (tx) => withdrawReport(tx, reporter, id, setting))
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', world.clock.now))
  const { config, uploadsDir, now } = testDeps(db)
  await eraseReport({ db: db.worker, keys: config, pair: { ...testKeyPair, keeper: testKeeper }, uploadsDir, now }, id)

  const arrivals = await db.owner
    .selectFrom('identity.arrival')
    .select(['sender_index', 'said', 'said_nearly', 'sealed'])
    .where('report_id', '=', id)
    .execute()
  expect(arrivals).toHaveLength(2)
  for (const arrival of arrivals)
    expect(arrival).toEqual({ sender_index: null, said: null, said_nearly: null, sealed: null })
  expect(await db.owner.selectFrom('identity.message').select('id').where('report_id', '=', id).execute()).toEqual([])
  expect(
    await db.owner
      .selectFrom('identity.filing')
      .select(['sealed', 'mail_stopped_at'])
      .where('report_id', '=', id)
      .execute(),
  ).toEqual([{ sealed: null, mail_stopped_at: null }])
  const path = new URL(((receipt as GotLetter).headers['list-unsubscribe'] ?? '').slice(1, -1)).pathname
  expect((await world.app.request(path)).status).toBe(404)
})
