import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { testDeps, testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
const world = await smsWorld(db)

test('whoever has their report forgotten is forgotten at the door: no number leads from a message to it, in or out', async () => {
  const from = '+6281234567890'
  await world.sms(from, 'Jalan rusak di depan pasar Oeba sejak banjir')
  await world.sms(from, 'CEK')
  const { id } = await world.report()
  const rows = () =>
    db.owner
      .selectFrom('identity.arrival')
      .select(['outcome', 'sender_index', 'said', 'said_nearly', 'sealed'])
      .where('report_id', '=', id)
      .orderBy('outcome')
      .execute()
  expect((await rows()).map(({ outcome, sender_index }) => [outcome, sender_index?.length])).toEqual([
    ['command', 32],
    ['report', 32],
  ])
  await world.withdraw(id)
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', world.clock.now))
  const { config, uploadsDir, now } = testDeps(db)
  const pair = { ...testKeyPair, keeper: testKeeper }
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now }, id)
  const nothing = { sender_index: null, said: null, said_nearly: null, sealed: null }
  expect(await rows()).toEqual([
    { outcome: 'command', ...nothing },
    { outcome: 'report', ...nothing },
  ])
  expect(
    await db.owner.selectFrom('identity.message').select('id').where('to_index', 'is not', null).execute(),
  ).toEqual([])
})
