import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { startJobs } from '../platform/jobs.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { askReplay, failedMessages } from './failed/failed-messages.ts'
import { claimMessage } from './lease.ts'
import { notificationTasks } from './notification-tasks.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { queued, tellDeps } from './testing/post-office.ts'

// A fault of ours, which no mail server told of: it is written down, tried later and later, and given up in sight.

const db = await testDatabase()
const deps = tellDeps(db)
beforeEach(() => sql`truncate casework.outbox, identity.message`.execute(db.owner))

const breaking = tellDeps(db, {
  mailer: {
    keepsPreview: false,
    send: () => Promise.reject(new TypeError('marta@rumah.test is not a function')),
    close() {},
  },
})

async function aReceipt() {
  const report = await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await tell(deps, report.id, 1)
  return (await queued(db)).find(({ template }) => template === 'receipt')?.id ?? ''
}

const rowOf = (id: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'attempts', 'last_error', 'claimed_until'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const jobs = async () => {
  const { rows } = await sql<{ attempts: number; isLater: boolean }>`
    select attempts, run_at > now() + interval '4 seconds' as "isLater" from graphile_worker._private_jobs`.execute(
    db.owner,
  )
  return rows
}

test('a letter that fails by a fault of ours says so without a name, and can be tried again at once', async () => {
  const id = await aReceipt()
  await expect(sendMessage(breaking, id, false)).rejects.toThrow(TypeError)
  const failed = { state: 'failed', last_error: 'own fault TypeError', claimed_until: null }
  expect(await rowOf(id)).toEqual({ ...failed, attempts: 1 })
  await expect(sendMessage(breaking, id, false)).rejects.toThrow(TypeError)
  expect(await rowOf(id)).toEqual({ ...failed, attempts: 2 })
  await sendMessage(deps, id, false)
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 3, last_error: null })
})

test('it is tried later and later, never anew from the first try', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db.owner)
  await aReceipt()
  const running = await startJobs({
    url: db.urls.worker,
    log: deps.log,
    tasks: { send: notificationTasks(breaking).send },
  })
  await expect.poll(jobs, { timeout: 15_000 }).toEqual([{ attempts: 2, isLater: true }])
  await running.stop()
})

test('with the last try it lies among the messages that could not be sent, and leaves when somebody has it tried again', async () => {
  const id = await aReceipt()
  await expect(sendMessage(breaking, id, true)).rejects.toThrow(TypeError)
  await onDuty(db, dedi)
  const [told] = await as(db.web, dedi, (tx) => failedMessages(tx, null, 10))
  expect(told).toMatchObject({ id, state: 'dead', reason: 'own fault TypeError', attempts: 1 })
  expect(await as(db.web, dedi, (tx) => askReplay(tx, id, 'again', deps.now()))).toBe(true)
  await sendMessage(deps, id, false)
  expect(await rowOf(id)).toMatchObject({ state: 'sent' })
})

test('so it is after 25 tries, whatever the queue has counted', async () => {
  const id = await aReceipt()
  await db.owner.updateTable('identity.message').set({ attempts: 24 }).where('id', '=', id).execute()
  await expect(sendMessage(breaking, id, false)).rejects.toThrow(TypeError)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 25 })
})

test('words that cannot be made are such a fault too', async () => {
  const id = await aReceipt()
  const rules = () => Promise.reject(new RangeError('no such zone'))
  await expect(sendMessage({ ...deps, rules }, id, true)).rejects.toThrow(RangeError)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', last_error: 'own fault RangeError' })
})

test("what another process is sending stays that one's, though it cannot be prepared here", async () => {
  const id = await aReceipt()
  await claimMessage(deps, id)
  const rules = () => Promise.reject(new RangeError('no such zone'))
  await expect(sendMessage({ ...deps, rules }, id, true)).rejects.toThrow(RangeError)
  expect(await rowOf(id)).toMatchObject({ state: 'queued', claimed_until: expect.any(Date) })
})

test('a letter that left and could not be written down goes no second time', async () => {
  const id = await aReceipt()
  await sql`alter table identity.message add constraint broken check (state <> 'sent') not valid`.execute(db.owner)
  let left = 0
  const mailer = { keepsPreview: false, send: async () => void left++, close() {} }
  await expect(sendMessage({ ...deps, mailer }, id, false)).rejects.toThrow('broken')
  await sendMessage({ ...deps, mailer }, id, false)
  await sql`alter table identity.message drop constraint broken`.execute(db.owner)
  expect(left).toBe(1)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 1, last_error: 'sent, not noted' })
})
