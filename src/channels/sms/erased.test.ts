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
  for (const [at, text] of ['Jalan rusak di depan ', 'pasar Oeba sejak banjir'].entries())
    await world.hook({ from, udh: Buffer.from([5, 0, 3, 4, 2, at + 1]), charset: 'ISO-8859-1', text })
  await world.work()
  await world.sms(from, 'CEK')
  const { id } = await world.report()
  const rows = () =>
    db.owner
      .selectFrom('identity.arrival')
      .select(['outcome', 'sender_index', 'said', 'said_nearly', 'part_said', 'sealed'])
      .where('report_id', '=', id)
      .orderBy('outcome')
      .execute()
  expect(
    (await rows()).map(({ outcome, sender_index, part_said }) => [outcome, sender_index?.length, part_said?.length]),
  ).toEqual([
    ['command', 32, undefined],
    ['report', 32, 32],
    ['report', 32, 32],
  ])
  await world.withdraw(id)
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', world.clock.now))
  const { config, uploadsDir, now } = testDeps(db)
  const pair = { ...testKeyPair, keeper: testKeeper }
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now }, id)
  const nothing = { sender_index: null, said: null, said_nearly: null, part_said: null, sealed: null }
  expect(await rows()).toEqual([
    { outcome: 'command', ...nothing },
    { outcome: 'report', ...nothing },
    { outcome: 'report', ...nothing },
  ])
  expect(
    await db.owner.selectFrom('identity.message').select('id').where('to_index', 'is not', null).execute(),
  ).toEqual([])
})
