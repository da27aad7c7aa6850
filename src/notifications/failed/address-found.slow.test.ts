import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { dedi } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { makeMailer } from '../mail.ts'
import { sendMessage } from '../send.ts'
import { tell } from '../tell.ts'
import { mailServer } from '../testing/mail-server.ts'
import { hireOfficers, tellDeps } from '../testing/post-office.ts'
import { askReplays } from './failed-messages.ts'

// A mail server that says for a while of every address that it does not exist; then somebody puts it right.

const db = await testDatabase()
await hireOfficers(db)
await onDuty(db, dedi)
const box = await mailServer()
const from = 'LAPOR! <lapor@lapor.test>'
const mailer = makeMailer({ smtpUrl: box.url, from, baseUrl: 'http://lapor.test', production: false })
const deps = tellDeps(db, { mailer })
beforeEach(() => sql`truncate casework.outbox, identity.message`.execute(db.owner))
afterAll(async () => {
  mailer.close()
  await box.close()
})

const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }

async function lettersOf(seq: number, id: string) {
  await tell(deps, id, seq)
  return db.owner
    .selectFrom('identity.message')
    .select(['id', 'template'])
    .where('report_id', '=', id)
    .where('dedupe', 'like', `%${seq}%`)
    .where('state', '=', 'queued')
    .execute()
}

async function refuse(id: string) {
  box.refuseRecipient.push(550)
  await sendMessage(deps, id, false)
}

const replayAll = () => as(db.web, dedi, (tx) => askReplays(tx, 'SMTP 550', deps.now()))

test('after a letter that was refused is tried again and goes, later news goes to that address', async () => {
  const made = await aReport(db, { contact })
  const [receipt] = (await lettersOf(1, made.id)).filter(({ template }) => template === 'receipt')
  await refuse(receipt?.id ?? '')
  await made.move(dedi, { move: 'hold', text: 'Di RT berapa?' })
  expect(await lettersOf(2, made.id)).toEqual([])
  expect(await replayAll()).toBe(1)
  await sendMessage(deps, receipt?.id ?? '', false)
  await made.move(dedi, { move: 'complete', text: 'RT 4.' })
  await made.move(dedi, { move: 'hold', text: 'Di gang mana?' })
  expect((await lettersOf(4, made.id)).map(({ template }) => template)).toEqual(['question'])
})

test("so it is with an officer's address, and one that no letter was tried at again stays marked", async () => {
  const made = await aReport(db, { stage: 'forwarded', contact })
  await lettersOf(2, made.id)
  const letters = await db.owner
    .selectFrom('identity.message')
    .select(['id', 'account_id'])
    .where('account_id', 'is not', null)
    .execute()
  const [letter] = letters
  const marked = async () =>
    (
      await db.owner
        .selectFrom('identity.account')
        .select('mail_failed_at')
        .where('id', '=', letter?.account_id ?? '')
        .executeTakeFirstOrThrow()
    ).mail_failed_at !== null
  await refuse(letter?.id ?? '')
  expect(await marked()).toBe(true)
  await lettersOf(1, made.id)
  const [receipt] = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('account_id', 'is', null)
    .where('state', '=', 'queued')
    .execute()
  await sendMessage(deps, receipt?.id ?? '', false)
  expect(await marked()).toBe(true)
  await replayAll()
  await sendMessage(deps, letter?.id ?? '', false)
  expect(await marked()).toBe(false)
})
