import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { chooseNews } from './news.ts'
import { sendSms } from './send-sms.ts'
import { tell } from './tell.ts'
import { deliverAll, hireOfficers, queued, tellDeps } from './testing/post-office.ts'
import { writeWording } from './wording/wordings.ts'

const db = await testDatabase()
await hireOfficers(db)
const deps = tellDeps(db)
const phone = { name: 'Marta Bire', phone: '081234567890' }
const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const

/** A message from an office to a reporter who gave a phone; the number of its event. */
async function aMessage(channel: 'sms' | 'web' = 'sms') {
  const made = await aReport(db, { stage: 'in_progress', contact: phone, channel })
  await db.owner.deleteFrom('casework.outbox').execute()
  await made.move(coordinatorOf(), { move: 'note', text: 'Mohon ditunggu.', audience: 'parties', office })
  return made
}

test('an SMS leaves in the words that the desk wrote last, from the next one on', async () => {
  const wording = { subject: null, words: 'LAPOR! Kabar dari petugas untuk {nomor}. Balas CEK {nomor}' }
  const written = { door: 'sms', name: 'message', wording, seen: 0, by: dedi.accountId ?? '', at: deps.now() } as const
  await as(db.web, dedi, (tx) => writeWording(tx, written))
  const made = await aMessage()
  const sent = await deliverAll(db, deps)
  expect(sent.find(({ template }) => template === 'message')?.text).toBe(
    `LAPOR! Kabar dari petugas untuk ${made.trackingId}. Balas CEK ${made.trackingId}`,
  )
})

test('who filed on the web hears other words, which the desk writes apart', async () => {
  const words = 'LAPOR! Kabar dari petugas untuk {nomor}: {tautan}'
  const apart = { door: 'sms', name: 'message_on_page', wording: { subject: null, words }, seen: 0 } as const
  await as(db.web, dedi, (tx) => writeWording(tx, { ...apart, by: dedi.accountId ?? '', at: deps.now() }))
  const { trackingId } = await aMessage('web')
  const sent = await deliverAll(db, deps)
  expect(sent.find(({ template, text }) => template === 'message' && text.includes(trackingId))?.text).toBe(
    `LAPOR! Kabar dari petugas untuk ${trackingId}: http://lapor.test/lacak?id=${trackingId}`,
  )
})

test('an SMS that its reporter does not want any more is given up while it waits, and is no failure', async () => {
  const made = await aMessage()
  const [row] = await db.owner.deleteFrom('casework.outbox').returningAll().execute()
  await tell(deps, made.id, row?.seq ?? 0)
  await as(db.web, marta(made.id), (tx) => chooseNews(tx, made.id, 'none', null))
  const ids = (await queued(db)).filter(({ channel }) => channel === 'sms').map(({ id }) => id)
  await (await sendSms(deps, ids)).settled
  const rows = await db.owner
    .selectFrom('identity.message')
    .select(['state', 'last_error', 'preview'])
    .where('id', 'in', ids)
    .execute()
  expect(rows).toEqual([{ state: 'dead', last_error: 'not_wanted', preview: null }])
  expect(await db.owner.selectFrom('identity.failed_message').select('id').where('id', 'in', ids).execute()).toEqual([])
})
