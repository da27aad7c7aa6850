import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { askReplay, failedMessages } from './failed/failed-messages.ts'
import { claimMessage, leaseMs, whileHeld } from './lease.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { queued, tellDeps } from './testing/post-office.ts'

const db = await testDatabase()
const clock = { now: aWednesday }
const deps = tellDeps(db, { now: () => clock.now })
afterEach(() => vi.useRealTimers())

test('whoever sends slowly says so, and nobody else takes the message; whoever is silent loses it', async () => {
  const report = await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await tell(deps, report.id, 1)
  const id = (await queued(db))[0]?.id ?? ''
  const claimedUntil = async () => {
    const row = await db.owner
      .selectFrom('identity.message')
      .select('claimed_until')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.claimed_until
  }
  expect(await claimMessage(deps, id)).toBe(true)
  expect(await claimedUntil()).toEqual(new Date(aWednesday.getTime() + leaseMs))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const slow = Promise.withResolvers<void>()
  const sending = whileHeld(deps, id, () => slow.promise)
  clock.now = new Date(aWednesday.getTime() + 15_000)
  vi.advanceTimersByTime(5_000)
  await expect.poll(claimedUntil).toEqual(new Date(clock.now.getTime() + leaseMs))
  clock.now = new Date(aWednesday.getTime() + 30_000)
  expect(await claimMessage(deps, id)).toBe(false)
  slow.resolve()
  await sending
  clock.now = new Date(aWednesday.getTime() + 60_000)
  expect(await claimMessage(deps, id)).toBe(true)
})

test('a letter over which one process after another died is given up in sight, and can be tried again', async () => {
  clock.now = aWednesday
  await sql`truncate casework.outbox, identity.message`.execute(db.owner)
  const report = await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await tell(deps, report.id, 1)
  const id = (await queued(db))[0]?.id ?? ''
  const rowOf = () =>
    db.owner
      .selectFrom('identity.message')
      .select(['state', 'attempts', 'last_error', 'failed_at', 'claimed_until'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  for (let died = 0; died < 25; died++) {
    expect(await claimMessage(deps, id)).toBe(true)
    expect(await rowOf()).toMatchObject({ state: 'queued', attempts: died })
    clock.now = new Date(clock.now.getTime() + leaseMs)
  }
  expect(await claimMessage(deps, id)).toBe(false)
  const given = { state: 'dead', attempts: 25, last_error: 'own fault died', claimed_until: null }
  expect(await rowOf()).toEqual({ ...given, failed_at: wholeHour(clock.now) })
  expect(await claimMessage(deps, id)).toBe(false)
  await onDuty(db, dedi)
  const [told] = await as(db.web, dedi, (tx) => failedMessages(tx, null, 10))
  expect(told).toMatchObject({ id, state: 'dead', reason: 'own fault died' })
  expect(await as(db.web, dedi, (tx) => askReplay(tx, id, 'again', clock.now))).toBe(true)
  await sendMessage(deps, id, false)
  expect(await rowOf()).toMatchObject({ state: 'sent', last_error: null })
})
