import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { claimMessage, leaseMs, whileHeld } from './lease.ts'
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
