import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { wholeHour } from '../../platform/whole-hour.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { dedi, marta } from '../../testing/cast.ts'
import { testOpener } from '../../testing/test-deps.ts'
import { ChannelFailed } from '../channel-failed.ts'
import { chooseNews } from '../news.ts'
import { notificationTasks } from '../notification-tasks.ts'
import { queueMessages } from '../queue-messages.ts'
import { sendSms } from '../send-sms.ts'
import { tell } from '../tell.ts'
import { hireOfficers, tellDeps } from '../testing/post-office.ts'
import { askReplay, giveUp } from './failed-messages.ts'
import { replayMessage } from './replay-message.ts'

const db = await testDatabase()
await hireOfficers(db)
const deps = tellDeps(db)
const both = { name: 'Marta Bire', phone: '081234567890', email: 'marta@rumah.test' }

/** The receipt of a report, which the gateways refused; by SMS, for its reporter likes that better. */
async function aDeadSms() {
  const made = await aReport(db, { contact: both })
  await db.owner.deleteFrom('casework.outbox').execute()
  await as(db.web, marta(made.id), (tx) => chooseNews(tx, made.id, 'all', 'sms'))
  await tell(deps, made.id, 1)
  const { id } = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('report_id', '=', made.id)
    .where('channel', '=', 'sms')
    .executeTakeFirstOrThrow()
  await refuse(id)
  return id
}

async function refuse(id: string, now = deps.now) {
  const send = () => Promise.reject(new ChannelFailed('SMPP 11', true))
  await (await sendSms({ ...deps, now, texter: { ...deps.texter, send } }, [id])).settled
}

/** What the worker does about a message of which somebody asked that it be tried again. */
async function replayed(id: string, otherDoor = false) {
  await replayMessage(deps, id, otherDoor)
  const attempt = { lastTry: false, signal: new AbortController().signal }
  await notificationTasks(deps).send({ messageId: id }, attempt)
}

const press = (id: string, step: 'again' | 'other_door') =>
  as(db.web, dedi, (tx) => askReplay(tx, id, step, deps.now()))
const rowOf = (id: string) =>
  db.owner.selectFrom('identity.message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('an SMS that was given up is sent when somebody has it tried again, and is due at once', async () => {
  const id = await aDeadSms()
  expect(await rowOf(id)).toMatchObject({ state: 'dead', last_error: 'SMPP 11', failed_at: deps.now() })
  expect(await press(id, 'again')).toBe(true)
  await replayed(id)
  await (await sendSms(deps, 100)).settled
  expect(await rowOf(id)).toMatchObject({ state: 'sent' })
})

test('an SMS of which a receipt came after it was given up has left: trying again finds that, and sends nothing', async () => {
  const id = await aDeadSms()
  const handedAt = new Date(deps.now().getTime() - 60_000)
  const unknown = { unanswered: 2, delivery: 'unknown', delivery_at: handedAt, gateway: 'telkomsel' }
  await db.owner.updateTable('identity.message').set(unknown).where('id', '=', id).execute()
  const { to_index } = await rowOf(id)
  const receipt = { id: randomUUID(), gateway: 'telkomsel', ref_hashes: [Buffer.alloc(32, 1)], delivery: 'delivered' }
  await db.owner
    .insertInto('identity.early_receipt')
    .values({ ...receipt, to_index: to_index ?? Buffer.alloc(32), at: deps.now() })
    .execute()
  expect(await press(id, 'again')).toBe(true)
  await replayed(id)
  const send = () => Promise.reject(new Error('it is not sent again'))
  await (await sendSms({ ...deps, texter: { ...deps.texter, send } }, [id])).settled
  expect(await rowOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered' })
})

test('an SMS that turns out to have left is given up no more', async () => {
  const id = await aDeadSms()
  expect(await as(db.web, dedi, (tx) => giveUp(tx, id, 'too_late', deps.now()))).toBe(true)
  await db.owner.updateTable('identity.message').set({ state: 'failed' }).where('id', '=', id).execute()
  await (await sendSms(deps, [id])).settled
  expect(await rowOf(id)).toMatchObject({ state: 'sent', given_up: null })
})

test('an answer to an SMS has no words for a letter: by the other door it is not lost, but says that there is none', async () => {
  const id = await aDeadSms()
  await db.owner.updateTable('identity.message').set({ template: 'status' }).where('id', '=', id).execute()
  expect(await press(id, 'other_door')).toBe(true)
  await replayed(id, true)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', channel: 'sms', last_error: 'no other way' })
})

test('when an SMS about a report without identity failed is known to the hour', async () => {
  const { id: reportId } = await aReport(db, { withoutIdentity: true })
  const to = { person: 'sender', reportId, accountId: null, channel: 'sms', address: '+6281234567890' } as const
  const message = { to, template: 'status', dedupe: randomUUID() } as const
  await as(db.worker, system, (tx) => queueMessages(tx, testOpener, [message], deps.now()))
  const { id } = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('dedupe', '=', message.dedupe)
    .executeTakeFirstOrThrow()
  const late = new Date(deps.now().getTime() + 17 * 60_000)
  await refuse(id, () => late)
  expect((await rowOf(id)).failed_at).toEqual(wholeHour(late))
})
