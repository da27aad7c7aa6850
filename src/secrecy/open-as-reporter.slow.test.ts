import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { makeAttempts } from '../accounts/attempts.ts'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { createToken } from '../accounts/token.ts'
import { whoIsAsking } from '../accounts/who-is-asking.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { openAsReporter } from './open-as-reporter.ts'
import { groupReportKey } from './report-key.ts'

const db = await testDatabase()
const deps = testDeps(db)
const limits = { attempts: makeAttempts({ perAddress: 5, perThing: 3, seconds: 60 }), slowMs: 2000 }
const site = new Hono()
  .use(whoIsAsking(deps))
  .all('/laporan/:id', async (c) =>
    c.json((await openAsReporter(deps, c, c.req.param('id'), undefined, limits)) ?? null),
  )
  .post('/laporan/:id/balasan', async (c) => {
    const actor = await openAsReporter(deps, c, c.req.param('id'), undefined, limits)
    return c.json([actor?.reportId, (await c.req.parseBody()).teks])
  })

let withKey: Made
let withAccount: Made
let token = ''

beforeAll(async () => {
  const email = 'marta@contoh.id'
  await createAccount(db.owner, deps.keys, { email, name: 'Marta', password: 'bunga kenari' }, deps.now())
  const accountId = (await findAccountId(db.owner, deps.keys, email)) as string
  token = await createToken(db.owner, { purpose: 'api', label: 'api', accountId }, deps.now())
  withKey = await aReport(db)
  withAccount = await aReport(db, { accountId })
})

async function opened(id: string, headers: Record<string, string>, from = '36.68.1.1') {
  return (await site.request(`/laporan/${id}`, { headers: { 'x-forwarded-for': from, ...headers } })).json()
}

test('the key opens its report, however it is written', async () => {
  const reporter = { role: 'reporter', reportId: withKey.id }
  expect(await opened(withKey.trackingId, { 'report-key': withKey.key })).toEqual(reporter)
  const spoken = groupReportKey(withKey.key).toLowerCase()
  expect(await opened(withKey.trackingId.toLowerCase(), { 'report-key': spoken })).toEqual(reporter)
})

test('the posted field opens too, and the rest of the form is still there to read', async () => {
  const body = new URLSearchParams({ kunci: withKey.key, teks: 'Masih mati.' })
  const answer = await site.request(`/laporan/${withKey.trackingId}/balasan`, { method: 'POST', body })
  expect(await answer.json()).toEqual([withKey.id, 'Masih mati.'])
})

test('the account that filed opens its report and no other', async () => {
  const authorization = `Bearer ${token}`
  expect(await opened(withAccount.trackingId, { authorization })).toMatchObject({ reportId: withAccount.id })
  expect(await opened(withKey.trackingId, { authorization })).toBeNull()
  expect(await opened(withAccount.trackingId, {})).toBeNull()
})

test('a wrong key, no key, an unknown report and a report of an account are one answer', async () => {
  const other = await aReport(db)
  const headers = { 'report-key': other.key }
  for (const id of [withKey.trackingId, withAccount.trackingId, '222222222', 'x', 'K7M-2QX-4PR'])
    expect(await opened(id, headers, '36.68.9.9')).toBeNull()
  expect(await opened(withKey.trackingId, { 'report-key': '' })).toBeNull()
  expect(await opened(withAccount.trackingId, { 'report-key': '' })).toBeNull()
})

test('wrong keys become slow for the address that tries them; the right key opens at once, from there too', async () => {
  const from = '36.68.2.2'
  const timed = async (key: string, address = from) => {
    const start = performance.now()
    const answer = await opened(withKey.trackingId, { 'report-key': key }, address)
    return { answer, ms: performance.now() - start }
  }
  for (let n = 0; n < 3; n++) await timed('22222222222222222222')
  const slow = await timed('22222222222222222222')
  expect(slow.answer).toBeNull()
  expect(slow.ms).toBeGreaterThanOrEqual(1990)
  const owner = await timed(withKey.key)
  expect(owner.answer).toMatchObject({ reportId: withKey.id })
  expect(owner.ms).toBeLessThan(1500)
  expect((await timed('22222222222222222222', '36.68.3.3')).ms).toBeLessThan(1500)
})
