import { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { actorOf, type Person } from '../accounts/person.ts'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { accountNews, chooseAccountNews, chooseNews } from '../notifications/news.ts'
import { deliverAll, hireOfficers, queued, tellDeps } from '../notifications/testing/post-office.ts'
import { sendMessage } from '../notifications/send.ts'
import { tell } from '../notifications/tell.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { askErasure } from '../secrecy/ask-erasure.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { testDeps } from '../testing/test-deps.ts'
import { pathWithoutLocale } from '../ui/locale.ts'
import { myReportRoutes } from './routes.tsx'

const db = await testDatabase()
await hireOfficers(db)
const deps = testDeps(db)
const both = { name: 'Marta Bire', phone: '081234567890', email: 'marta@rumah.test' }
const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const

beforeEach(async () => {
  await db.owner.deleteFrom('casework.outbox').execute()
  await db.owner.deleteFrom('identity.message').execute()
})

function site(person?: Person) {
  const app = new Hono({ getPath: pathWithoutLocale })
  app.use(async (c, next) => {
    c.set('person', person)
    await next()
  })
  return app.route('/', myReportRoutes(deps))
}

const post = (path: string, fields: Record<string, string>, person?: Person) =>
  site(person).request(path, { method: 'POST', body: new URLSearchParams(fields) })

const choose = async (made: Made, fields: Record<string, string>) =>
  post(`/laporan/${made.trackingId}/kabar`, { kunci: made.key, ...fields })

/** Progress and an answer: what reached the reporter of it, by which door. */
async function newsReaching(made: Made) {
  await made.move(officerOf(), { move: 'report_progress', text: 'Sedang kami periksa.', office })
  await made.move(coordinatorOf(), { move: 'note', text: 'Mohon ditunggu.', audience: 'parties', office })
  return sentToReporter(made)
}

async function sentToReporter(made: Made) {
  await deliverAll(db, tellDeps(db))
  const sent = await db.owner
    .selectFrom('identity.message')
    .select(['template', 'channel'])
    .where('report_id', '=', made.id)
    .where('account_id', 'is', null)
    .where('state', '=', 'sent')
    .orderBy('template')
    .execute()
  return sent.map(({ template, channel }) => `${template} ${channel}`)
}

const working = async (wanted: Wanted = {}) => {
  const made = await aReport(db, { stage: 'in_progress', contact: both, ...wanted })
  await db.owner.deleteFrom('casework.outbox').execute()
  return made
}

test('a reporter who chose nothing hears everything, by e-mail where they gave both', async () => {
  expect(await newsReaching(await working())).toEqual(['message email', 'progress email'])
})

test('on the page of the report they choose only what needs them, and by SMS', async () => {
  const made = await working()
  const answer = await choose(made, { kabar: 'needed', lewat: 'sms' })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('Pilihan Anda tersimpan.')
  expect(html).toMatch(/<input type="radio" name="kabar" value="needed" checked/)
  expect(html).toMatch(/<input type="radio" name="lewat" value="sms" checked/)
  expect(await newsReaching(made)).toEqual(['message sms'])
})

test('who wants nothing gets the receipt and nothing more, also of what was waiting already', async () => {
  const made = await aReport(db, { contact: { name: 'Marta', email: 'marta@rumah.test' } })
  await choose(made, { kabar: 'none' })
  expect(await sentToReporter(made)).toEqual(['receipt email'])
  await choose(made, { kabar: 'all' })
  await made.move(dedi, { move: 'note', text: 'Mohon ditunggu.', audience: 'parties', office })
  const [waiting] = await waitingSince(made)
  await choose(made, { kabar: 'none' })
  await sendMessage(tellDeps(db), waiting ?? '', false)
  const { state, last_error } = await db.owner
    .selectFrom('identity.message')
    .select(['state', 'last_error'])
    .where('id', '=', waiting ?? '')
    .executeTakeFirstOrThrow()
  expect([state, last_error]).toEqual(['dead', 'not_wanted'])
})

/** Messages about a report that have failed once and are tried again later. */
async function waitingSince(made: Made) {
  const [row] = await db.owner.deleteFrom('casework.outbox').where('report_id', '=', made.id).returningAll().execute()
  await tell(tellDeps(db), made.id, row?.seq ?? 0)
  const ids = (await queued(db)).map(({ id }) => id)
  await db.owner.updateTable('identity.message').set({ state: 'failed', attempts: 1 }).where('id', 'in', ids).execute()
  return ids
}

test('who likes the phone better and says STOP there hears nothing, and no letters instead', async () => {
  const made = await working()
  await choose(made, { kabar: 'all', lewat: 'sms' })
  const { phone_index } = await db.owner
    .selectFrom('identity.filing')
    .select('phone_index')
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  if (!phone_index) throw new Error('the phone has no index')
  await db.owner.insertInto('identity.sms_stop').values({ phone_index, since: deps.now() }).execute()
  expect(await newsReaching(made)).toEqual([])
  await db.owner.deleteFrom('identity.sms_stop').execute()
})

test('a choice holds for the reports of an account where a report says nothing else', async () => {
  const person = await anAccount(db, 'citizen')
  const made = await working({ accountId: person.accountId, contact: undefined })
  const other = await working({ accountId: person.accountId, contact: undefined })
  const saved = await post('/akun/pemberitahuan', { kabar: 'needed' }, person)
  expect(saved.headers.get('location')).toBe('/akun/pemberitahuan?selesai=1')
  await as(db.web, marta(other.id), (tx) => chooseNews(tx, other.id, 'all', null))
  expect(await newsReaching(made)).toEqual(['message email'])
  expect(await newsReaching(other)).toEqual(['message email', 'progress email'])
})

test('what one account chose is not another’s, and citizens are offered no digest', async () => {
  const [one, other] = [await anAccount(db, 'citizen'), await anAccount(db, 'officer', 'kota-kupang-dinkes')]
  await as(db.web, actorOf(one), (tx) => chooseAccountNews(tx, 'none'))
  expect(await as(db.web, actorOf(other), accountNews)).toBe('all')
  expect(await (await site(one).request('/akun/pemberitahuan')).text()).not.toContain('Ringkasan harian')
  expect(await (await site(other).request('/en/akun/pemberitahuan')).text()).toContain('Daily digest')
})

test('programs choose as pages do: for the reporter alone, and only between ways that were given', async () => {
  const made = await working()
  const path = `/reports/${made.trackingId}/notifications`
  const reporter = apiAs(db, { key: made.key }, deps)
  expect(await reporter.post(path, { news: 'needed', by: 'sms' })).toMatchObject({
    status: 200,
    json: { news: 'needed', by: 'sms' },
  })
  expect(await reporter.get(path)).toMatchObject({ status: 200, json: { news: 'needed', by: 'sms' } })
  expect(await reporter.post(path, { news: 'loud' })).toMatchObject({ status: 422 })
  expect(await apiAs(db, { actor: coordinatorOf() }, deps).post(path, { news: 'none' })).toMatchObject({ status: 404 })
  const poor = await working({ contact: { name: 'Marta', email: 'marta@rumah.test' } })
  const onlyMail = apiAs(db, { key: poor.key }, deps)
  expect(await onlyMail.post(`/reports/${poor.trackingId}/notifications`, { news: 'all', by: 'sms' })).toMatchObject({
    status: 409,
    json: { code: 'no_such_way' },
  })
})

test('of a report without identity nobody chooses anything, for nobody is told anything', async () => {
  const made = await working({ withoutIdentity: true, contact: undefined })
  expect((await choose(made, { kabar: 'none' })).status).toBe(409)
  expect(await (await choose(made, { kabar: 'none' })).text()).not.toContain('name="kabar"')
})

test('whoever has their identity erased leaves no choice behind', async () => {
  const made = await working()
  await choose(made, { kabar: 'needed', lewat: 'sms' })
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'identity', deps.now()))
  await as(db.worker, { role: 'system' }, (tx) =>
    sql`select identity.finish_erasure(${made.id}, ${deps.now()})`.execute(tx),
  )
  const left = await db.owner
    .selectFrom('identity.filing')
    .select(['sealed', 'news', 'news_by'])
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(left).toEqual({ sealed: null, news: null, news_by: null })
})
