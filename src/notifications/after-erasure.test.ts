import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { askErasure } from '../secrecy/ask-erasure.ts'
import { eraseReport } from '../secrecy/erase-report.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, marta } from '../testing/cast.ts'
import { aWednesday, testDeps, testKeyPair } from '../testing/test-deps.ts'
import { addresseeOf, readPreviews } from './previews.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { deliverAll, hireOfficers, queued, tellDeps } from './testing/post-office.ts'

// Whoever files may have who they are erased while the report goes on: the offices that answer it hear of it as before.

const db = await testDatabase()
await hireOfficers(db)
const { config, keys: testKeys, uploadsDir } = testDeps(db)
const keeper = keeperOf(config)
const keys = { ...testKeys, keeper }
const pair = { ...testKeyPair, keeper }
const deps = tellDeps(db, { pair })
const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }

async function erase({ id }: Made) {
  await as(db.web, marta(id), (tx) => askErasure(tx, marta(id), id, 'identity', aWednesday))
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now: () => aWednesday }, id)
}

const outboxOf = async ({ trackingId }: Made) =>
  (await readPreviews(db.web, keeperOf(config), trackingId, 100)).map(({ template, to }) => [template, to])

test('after a reporter has erased who they are a unit hears of the disposition, and the outbox says to whom', async () => {
  const made = await aReport(db, { stage: 'forwarded', contact, keys })
  await deliverAll(db, deps)
  await erase(made)
  expect(await outboxOf(made), 'what an office had heard stays, to whom as well').toEqual([
    ['new_for_office', 'koordinator@kupang.test'],
  ])
  await made.move(coordinatorOf(), { move: 'assign', office, changes: { unit_id: 'kota-kupang-dinkes' } })
  await deliverAll(db, deps)
  expect(await outboxOf(made)).toContainEqual(['new_work', 'sari@dinkes.test'])
  expect(await queued(db)).toEqual([])
})

test('an office hears of a report that was withdrawn and erased in the same minute', async () => {
  const made = await aReport(db, { stage: 'forwarded', contact, confidential: true, keys })
  await deliverAll(db, deps)
  await made.move(marta(made.id), { move: 'withdraw' })
  await erase(made)
  await deliverAll(db, deps)
  expect(await outboxOf(made)).toContainEqual(['withdrawn', 'koordinator@kupang.test'])
})

test('a letter to the reporter that was on its way while they erased is kept by nobody', async () => {
  const made = await aReport(db, { contact, keys })
  await tell(deps, made.id, 1)
  const receipt = (await queued(db)).find(({ template }) => template === 'receipt')
  const mailer = { keepsPreview: true, send: () => erase(made), close() {} }
  // Keys are looked at anew each time: it is known at once that this one has gone.
  const looking = {
    ...testKeyPair,
    get keeper() {
      return keeperOf(config)
    },
  }
  await sendMessage({ ...deps, pair: looking, mailer }, receipt?.id ?? '', false)
  expect((await outboxOf(made)).filter(([template]) => template === 'receipt')).toEqual([])
})

test('to whom letters went is told by no old backup once the reporter has erased who they are', async () => {
  const made = await aReport(db, { contact, keys })
  await deliverAll(db, deps)
  const old = await db.owner
    .selectFrom('identity.message')
    .select('preview')
    .where('report_id', '=', made.id)
    .where('account_id', 'is', null)
    .executeTakeFirstOrThrow()
  const preview = old.preview as { to: string; report: string }
  expect(addresseeOf(keeperOf(config), preview)).toBe('marta@rumah.test')
  await erase(made)
  expect(addresseeOf(keeperOf(config), preview)).toBe('')
})

test('no address of an officer lies readable in the tables of a demonstration', async () => {
  await aReport(db, { contact, keys })
  await deliverAll(db, deps)
  const kept = await db.owner.selectFrom('identity.message').select(['template', 'preview']).execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain('.test"')
})
