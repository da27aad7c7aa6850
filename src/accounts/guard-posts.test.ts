import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { accountSite, anAccount, password, signedIn } from './testing/account-site.ts'
import { createToken } from './token.ts'

const db = await testDatabase()
const deps = testDeps(db)
const site = accountSite(deps)
let accountId = ''

beforeAll(async () => {
  accountId = await anAccount(db, deps)
})

const form = 'sandi=a&sandi_baru=b'

test.each([
  ['from our own page', { origin: 'http://lapor.test' }, 422],
  ['from our own page, under the name it was reached by', { origin: 'http://localhost' }, 422],
  ['from our own page, with a browser that says so', { 'sec-fetch-site': 'same-origin' }, 422],
  ['from w3m, which says only the page before', { referer: 'http://lapor.test/akun/kata-sandi' }, 422],
  ['from another site', { origin: 'http://jahat.example' }, 403],
  ['from another site that hides its name', { origin: 'null' }, 403],
  ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site', referer: 'http://lapor.test/' }, 403],
  ['from a name that begins like ours', { origin: 'http://lapor.test.jahat.example' }, 403],
  ['from nowhere that it says', {}, 403],
])('a post with the cookie %s', async (_, headers, status) => {
  const cookie = await signedIn(site)
  const sent = { ...cookie, ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await site.request('/akun/kata-sandi', {
    method: 'POST',
    body: form,
    headers: sent as Record<string, string>,
  })
  expect(answer.status).toBe(status)
  if (status === 403) expect(await answer.text()).toContain('tidak datang dari halaman kami')
})

test('a post with a token needs no page of ours', async () => {
  const token = await createToken(db.owner, { purpose: 'api', label: 'api', accountId }, deps.now())
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await site.request('/akun/kata-sandi', { method: 'POST', body: form, headers })).status).toBe(422)
})

test('another site cannot sign a visitor in; a text browser that says nothing can sign its reader in', async () => {
  const body = new URLSearchParams({ surel: 'marta@contoh.id', sandi: password })
  const foreign = await site.request('/masuk', { method: 'POST', body, headers: { origin: 'http://jahat.example' } })
  expect(foreign.status).toBe(403)
  expect(foreign.headers.get('set-cookie')).toBeNull()
  expect((await site.request('/masuk', { method: 'POST', body })).status).toBe(303)
})
