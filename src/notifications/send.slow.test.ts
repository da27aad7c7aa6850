import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { freePort } from '../platform/free-port.ts'
import { startJobs } from '../platform/jobs.ts'
import { startRelay } from '../platform/relay.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { ChannelFailed } from './channel-failed.ts'
import { makeMailer } from './mail.ts'
import { notificationTasks } from './notification-tasks.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { mailServer } from './testing/mail-server.ts'
import { queued, tellDeps } from './testing/post-office.ts'

const db = await testDatabase()
const box = await mailServer()
const mailerAt = (smtpUrl?: string, production = false) =>
  makeMailer({ smtpUrl, from: 'LAPOR! <lapor@lapor.test>', baseUrl: 'http://lapor.test', production })
const mailer = mailerAt(box.url)
const deps = tellDeps(db, { mailer })

beforeEach(async () => {
  await sql`truncate casework.outbox, identity.message`.execute(db.owner)
  box.mails.length = 0
})
afterAll(async () => {
  mailer.close()
  await box.close()
})

/** A receipt that waits to be sent. */
async function aReceipt() {
  const report = await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await tell(deps, report.id, 1)
  const [message] = await queued(db)
  return { report, id: message?.id ?? '' }
}

const stateOf = (id: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'attempts', 'last_error', 'preview'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('a letter is plain text with a constant number, and says that a machine wrote it', async () => {
  const { report, id } = await aReceipt()
  await sendMessage(deps, id, false)
  const [mail] = box.mails
  expect(mail?.to).toBe('marta@rumah.test')
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(mail?.raw).toMatch(/^Message-ID: <[a-z2-7]{42}@lapor\.test>\r$/m)
  expect(mail?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m)
  expect(mail?.raw).toMatch(/^List-Unsubscribe:\s+<http:\/\/lapor\.test\/berhenti\/[a-z2-7]{42}>\r$/m)
  expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(mail?.raw).not.toMatch(/^Reply-To|text\/html/m)
  expect(mail?.raw).toContain(report.trackingId)
  expect(await stateOf(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, preview: null })
  await sendMessage(deps, id, false)
  expect(box.mails).toHaveLength(1)
})

test('a server that is busy gets the letter later; what is kept of the refusal names nobody', async () => {
  const { id } = await aReceipt()
  box.refuse.push(451)
  await expect(sendMessage(deps, id, false)).rejects.toThrow(ChannelFailed)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', attempts: 1, last_error: 'SMTP 451' })
  await sendMessage(deps, id, false)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
  expect(box.mails).toHaveLength(1)
})

test('a mailbox that does not exist is not tried again', async () => {
  const { id } = await aReceipt()
  box.refuseRecipient.push(550)
  await sendMessage(deps, id, false)
  expect(await stateOf(id)).toMatchObject({ state: 'dead', attempts: 1, last_error: 'SMTP 550' })
})

test('a server that is down is waited for, and given up only with the last try', async () => {
  const port = await freePort()
  const nowhere = mailerAt(`smtp://127.0.0.1:${port}`)
  const { id } = await aReceipt()
  await expect(sendMessage({ ...deps, mailer: nowhere }, id, false)).rejects.toThrow(ChannelFailed)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', attempts: 1 })
  await sendMessage({ ...deps, mailer: nowhere }, id, true)
  expect(await stateOf(id)).toMatchObject({ state: 'dead', attempts: 2 })
  nowhere.close()
})

test('without a mail server production waits for one, and keeps no readable address', async () => {
  const { id } = await aReceipt()
  await expect(sendMessage({ ...deps, mailer: mailerAt(undefined, true) }, id, false)).rejects.toThrow('no mail server')
  expect(await stateOf(id)).toMatchObject({ state: 'failed', preview: null })
})

test('from the filing to the mailbox through relay and queue, over a busy moment of the server', async () => {
  box.refuse.push(421)
  const jobs = await startJobs({ url: db.urls.worker, log: deps.log, tasks: notificationTasks(deps) })
  const relay = startRelay(db.worker, deps.log, 50)
  await aReport(db, { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await expect.poll(() => box.mails.length, { timeout: 15_000 }).toBe(1)
  await expect
    .poll(async () => {
      const rows = await db.owner.selectFrom('identity.message').select(['state', 'attempts']).execute()
      return rows
    })
    .toEqual([{ state: 'sent', attempts: 2 }])
  await relay.stop()
  await jobs.stop()
})
