import { expect, test } from 'vitest'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { makeApp } from '../app.tsx'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { letIn } from '../testing/proofs/canary-people.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { keeperOf } from './installation-keys.ts'

// Whoever filed with an account and has erased who they are holds one new key, shown once: it must not be lost with a connection.

const db = await testDatabase()
const base = testDeps(db)
const clock = { now: aWednesday }
const keys = { ...base.keys, keeper: keeperOf({ dataDir: base.config.dataDir }) }
const app = makeApp({ ...base, keys, now: () => clock.now })

async function anAccount(name: string) {
  const contact = { name, email: `${name}@contoh.id` }
  await createAccount(db.owner, keys, { ...contact, password: 'bunga kenari' }, aWednesday)
  const accountId = (await findAccountId(db.owner, keys, contact.email)) ?? ''
  return { accountId, contact, ...(await letIn(db, accountId, name)) }
}
const [marta, rio] = [await anAccount('marta'), await anAccount('rio')]
const herReport = (stage: 'in_progress' | 'closed') =>
  aReport(db, { accountId: marta.accountId, contact: marta.contact, confidential: true, stage, keys })

async function post(trackingId: string, { cookie }: { cookie: string }, fields: Record<string, string>) {
  const response = await app.request(`http://lapor.test/laporan/${trackingId}/penghapusan`, {
    method: 'POST',
    headers: { cookie, origin: 'http://lapor.test' },
    body: new URLSearchParams(fields),
  })
  const page = await response.text()
  return { status: response.status, page, key: /class="code">([^<]+)/.exec(page)?.[1] }
}

/** The form of the question, as the browser would send it. */
async function confirmed(trackingId: string, hapus: string) {
  const { page } = await post(trackingId, marta, { hapus })
  const fields = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
  return { page, fields: Object.fromEntries([...fields].map(([, name, value]) => [name, value])) }
}

const opens = async (trackingId: string, key = '') =>
  (await app.request(`/api/v1/reports/${trackingId}`, { headers: { 'report-key': key } })).status === 200

test('the confirmed form sent twice, at once or again after the connection broke, gives the same key, and it opens the report', async () => {
  const { trackingId } = await herReport('in_progress')
  const { page, fields } = await confirmed(trackingId, 'identity')
  expect(page).toContain('kunci baru, satu-satunya jalan kembali')
  const [one, other] = await Promise.all([post(trackingId, marta, fields), post(trackingId, marta, fields)])
  const again = await post(trackingId, marta, fields)
  expect([one.status, other.status, again.status]).toEqual([200, 200, 200])
  expect(one.key).toBeTruthy()
  expect([other.key, again.key]).toEqual([one.key, one.key])
  expect(await opens(trackingId, one.key)).toBe(true)
  expect((await post(trackingId, rio, fields)).status, 'in her hands alone').toBe(404)
  expect((await post(trackingId, marta, { ...fields, sekali: 'lain' })).status).toBe(404)
  clock.now = new Date(aWednesday.getTime() + 25 * 3_600_000)
  expect((await post(trackingId, marta, fields)).status, 'for a day').toBe(404)
  clock.now = aWednesday
})

test('so is one that erased everything: it is done, and no key is left', async () => {
  const { trackingId } = await herReport('closed')
  const { fields } = await confirmed(trackingId, 'all')
  for (const _ of ['first', 'again'])
    expect(await post(trackingId, marta, fields)).toMatchObject({
      status: 200,
      key: undefined,
      page: expect.stringContaining('Jejak Anda dihapus'),
    })
})

test('a program that repeats its call with the same Idempotency-Key gets the same key; without one nothing is told again', async () => {
  const call = async (trackingId: string, once: Record<string, string>) => {
    const response = await app.request(`/api/v1/reports/${trackingId}/erasure`, {
      method: 'POST',
      headers: { authorization: `Bearer ${marta.token}`, 'content-type': 'application/json', ...once },
      body: JSON.stringify({ what: 'identity', confirmed: true }),
    })
    return [response.status, ((await response.json()) as { key?: string }).key]
  }
  const once = { 'idempotency-key': 'a4c9d3b0-acak' }
  const { trackingId } = await herReport('in_progress')
  const first = await call(trackingId, once)
  expect(first).toEqual([202, expect.any(String)])
  expect(await call(trackingId, once)).toEqual(first)
  const other = await herReport('in_progress')
  expect((await call(other.trackingId, {}))[0]).toBe(202)
  expect((await call(other.trackingId, {}))[0]).toBe(404)
})
