import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { accountSite, anAccount, cookieOf, password, postForm, signedIn } from './testing/account-site.ts'

const db = await testDatabase()
let now = aWednesday
const deps = testDeps(db, () => now)
const site = accountSite(deps)
let martaId = ''

beforeAll(async () => {
  martaId = await anAccount(db, deps)
  await anAccount(db, deps, {
    email: 'sari@contoh.id',
    role: 'officer',
    agencyId: 'kota-kupang-dinkes',
    displayName: 'dr. Sari',
  })
})

test('Marta signs in with a plain form and comes to her account', async () => {
  const page = await (await site.request('/masuk')).text()
  expect(page).toContain('<form method="post" action="/masuk"')
  expect(page).not.toContain('<script')
  const answer = await postForm(site, '/masuk', { surel: ' Marta@Contoh.ID ', sandi: password })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/akun')
  const mine = await site.request('/akun', { headers: { cookie: cookieOf(answer) } })
  expect(mine.status).toBe(200)
  expect(await mine.text()).toContain('Akun Anda')
})

test('dr. Sari comes to her desk, and from the English page to the English desk', async () => {
  const answer = await postForm(site, '/masuk', { surel: 'sari@contoh.id', sandi: password })
  expect(answer.headers.get('location')).toBe('/kelola')
  const english = await postForm(site, '/en/masuk', { surel: 'sari@contoh.id', sandi: password })
  expect(english.headers.get('location')).toBe('/en/kelola')
  const asked = await site.request('/siapa', { headers: { cookie: cookieOf(answer) } })
  const sari = { role: 'officer', agencyId: 'kota-kupang-dinkes', displayName: 'dr. Sari' }
  expect(await asked.json()).toMatchObject({ person: sari, knownBy: 'cookie' })
})

test('the cookie is out of reach of scripts and of other sites, and only its hash is stored', async () => {
  const answer = await postForm(site, '/masuk', { surel: 'marta@contoh.id', sandi: password })
  const header = answer.headers.get('set-cookie') ?? ''
  expect(header).toMatch(/^lapor_sesi=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  const secret = cookieOf(answer).split('=')[1] ?? ''
  const rows = await db.owner.selectFrom('identity.session').selectAll().execute()
  expect(rows.every((row) => row.token_hash.length === 32)).toBe(true)
  expect(rows.some((row) => row.token_hash.equals(Buffer.from(secret, 'base64url')))).toBe(false)
  const secure = accountSite({ ...deps, config: { ...deps.config, baseUrl: 'https://lapor.test' } })
  const overTls = await postForm(secure, '/masuk', { surel: 'marta@contoh.id', sandi: password })
  expect(overTls.status).toBe(403)
  const own = await postForm(
    secure,
    '/masuk',
    { surel: 'marta@contoh.id', sandi: password },
    { origin: 'https://lapor.test' },
  )
  expect(own.headers.get('set-cookie')).toContain('; Secure')
})

test('a session ends twelve hours after signing in, by the clock of the application', async () => {
  now = aWednesday
  const headers = await signedIn(site)
  now = new Date(aWednesday.getTime() + 12 * 3_600_000 - 1000)
  expect((await site.request('/akun', { headers })).status).toBe(200)
  now = new Date(aWednesday.getTime() + 12 * 3_600_000)
  const after = await site.request('/akun', { headers })
  expect(after.headers.get('location')).toBe('/masuk?lanjut=%2Fakun')
  now = aWednesday
})

test('signing out asks first, then the session is gone everywhere', async () => {
  const headers = await signedIn(site)
  expect(await (await site.request('/keluar', { headers })).text()).toContain('Keluar dari akun ini?')
  const out = await postForm(site, '/keluar', {}, headers)
  expect(out.headers.get('set-cookie')).toMatch(/^lapor_sesi=; Max-Age=0/)
  expect((await site.request('/akun', { headers })).status).toBe(303)
})

test('a disabled account is nobody at its next request, and a demoted one is at once what it is now', async () => {
  const headers = await signedIn(site, 'sari@contoh.id')
  expect((await site.request('/kelola', { headers })).status).toBe(200)
  const sari = db.owner.updateTable('identity.account').where('display_name', '=', 'dr. Sari')
  await sari.set({ agency_id: 'kota-kupang-pupr' }).execute()
  expect(await (await site.request('/siapa', { headers })).json()).toMatchObject({
    person: { agencyId: 'kota-kupang-pupr' },
  })
  await sari.set({ disabled_at: now }).execute()
  expect(await (await site.request('/siapa', { headers })).json()).toEqual({ person: null, knownBy: null })
  expect((await site.request('/kelola', { headers })).headers.get('location')).toContain('/masuk')
  const again = await postForm(site, '/masuk', { surel: 'sari@contoh.id', sandi: password })
  expect(again.status).toBe(422)
  await sari.set({ disabled_at: null }).execute()
})

test('a wrong password and an unknown address get the same answer, with what was typed but the password', async () => {
  const wrong = await postForm(site, '/masuk', { surel: 'marta@contoh.id', sandi: 'salah sekali', lanjut: '/lapor' })
  const unknown = await postForm(site, '/masuk', { surel: 'rania@contoh.id', sandi: 'salah sekali', lanjut: '/lapor' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  const page = await wrong.text()
  expect(page).toContain('class="error-summary"')
  expect(page).toContain('href="#f-surel"')
  expect(page).toContain('value="/lapor"')
  expect(page).not.toContain('salah sekali')
  expect((await unknown.text()).replace('rania@', 'marta@')).toBe(page)
  expect(wrong.headers.get('set-cookie')).toBeNull()
})

test.each([
  ['/laporan?status=closed', '/laporan?status=closed'],
  ['/en/kelola', '/en/kelola'],
  ['//jahat.example', '/akun'],
  ['/\\jahat.example', '/akun'],
  ['/.//jahat.example', '/akun'],
  ['https://jahat.example', '/akun'],
  ['javascript:alert(1)', '/akun'],
  ['/a\r\nSet-Cookie: x=1', '/akun'],
  ['/keluar', '/akun'],
])('asked to go on to %j, signing in leads to %s', async (lanjut, target) => {
  const answer = await postForm(site, '/masuk', { surel: 'marta@contoh.id', sandi: password, lanjut })
  expect(answer.headers.get('location')).toBe(target)
})

test('who is signed in needs no sign-in page', async () => {
  const headers = await signedIn(site)
  expect((await site.request('/masuk?lanjut=/laporan', { headers })).headers.get('location')).toBe('/laporan')
  expect((await site.request('/daftar', { headers })).headers.get('location')).toBe('/akun')
})

test('signing in again gives a new session and ends the one before', async () => {
  const before = await signedIn(site)
  const after = await postForm(site, '/masuk', { surel: 'marta@contoh.id', sandi: password }, before)
  expect(cookieOf(after)).not.toBe(before.cookie)
  expect((await site.request('/akun', { headers: before })).status).toBe(303)
  expect((await site.request('/akun', { headers: { cookie: cookieOf(after) } })).status).toBe(200)
})

test('sessions that ran out leave the database when their account signs in', async () => {
  await signedIn(site)
  now = new Date(aWednesday.getTime() + 13 * 3_600_000)
  await signedIn(site)
  const rows = await db.owner
    .selectFrom('identity.session')
    .select('expires_at')
    .where('account_id', '=', martaId)
    .execute()
  expect(rows.every((row) => row.expires_at > now)).toBe(true)
  now = aWednesday
})

test('words sent after the session ended are not lost: they are shown to be copied, secrets never', async () => {
  const words = 'Lampu sudah kami ganti <kemarin> sore.'
  const answer = await postForm(site, '/kelola', { jawaban: words, sandi: 'bunga kenari', lihat: '7' })
  expect(answer.status).toBe(401)
  const page = await answer.text()
  expect(page).toContain('Lampu sudah kami ganti &lt;kemarin&gt; sore.')
  expect(page).not.toContain('bunga kenari')
})
