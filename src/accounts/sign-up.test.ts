import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { open } from '../platform/seal.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps, testKeyPair } from '../testing/test-deps.ts'
import { accountSite, cookieOf, password, postForm } from './testing/account-site.ts'

const db = await testDatabase()
const deps = testDeps(db)
const site = accountSite(deps)

const marta = { nama: '  Marta\u0000 Bire ', surel: 'Marta.Bire@Contoh.ID', sandi: password }

function accounts() {
  return db.owner.selectFrom('identity.account').selectAll().execute()
}

test('Marta signs up with a plain form and then signs in', async () => {
  expect(await (await site.request('/daftar')).text()).not.toContain('<script')
  const answer = await postForm(site, '/daftar', { ...marta, lanjut: '/lapor' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/masuk?setelah=daftar&lanjut=%2Flapor')
  expect(answer.headers.get('set-cookie')).toBeNull()
  const signIn = await postForm(site, '/masuk', { surel: 'marta.bire@contoh.id', sandi: password, lanjut: '/lapor' })
  expect(signIn.headers.get('location')).toBe('/lapor')
  expect(cookieOf(signIn)).toMatch(/^lapor_sesi=/)
  const [account] = await accounts()
  expect(account).toMatchObject({ role: 'citizen', agency_id: null, display_name: null })
  expect(JSON.parse(open(testKeyPair, account?.sealed as Buffer))).toEqual({
    name: 'Marta Bire',
    email: 'marta.bire@contoh.id',
  })
})

test('an e-mail that has an account gets the same answer, and its account stays as it is', async () => {
  const before = await accounts()
  const taken = await postForm(site, '/daftar', { ...marta, nama: 'Rio', sandi: 'sandi milik orang lain' })
  const fresh = await postForm(site, '/daftar', {
    nama: 'Rio',
    surel: 'rio@contoh.id',
    sandi: 'sandi milik orang lain',
  })
  expect(taken.status).toBe(fresh.status)
  expect(taken.headers.get('location')).toBe(fresh.headers.get('location'))
  expect([...taken.headers.keys()]).toEqual([...fresh.headers.keys()])
  const after = await accounts()
  expect(after).toHaveLength(before.length + 1)
  expect(after).toEqual(expect.arrayContaining(before))
})

test('what is missing comes back with reasons, in both languages, and with what was typed but the password', async () => {
  const answer = await postForm(site, '/daftar', { nama: ' ', surel: 'marta', sandi: 'pendek' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const id of ['f-nama', 'f-surel', 'f-sandi']) expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('value="marta"')
  expect(page).not.toContain('pendek')
  expect(await (await postForm(site, '/en/daftar', {})).text()).toContain('Please write your name.')
})

test.each([
  ['the own address as password', { ...marta, sandi: 'MARTA.BIRE@contoh.id' }, 422],
  ['a name of 201 letters', { ...marta, nama: 'a'.repeat(201) }, 422],
  ['ten emoji as password', { nama: 'Tini', surel: 'tini@contoh.id', sandi: '👩🏽‍🌾'.repeat(10) }, 303],
  ['nine emoji as password', { nama: 'Tini', surel: 'tini@contoh.id', sandi: '👩🏽‍🌾'.repeat(9) }, 422],
  ['a form of 100 kB', { ...marta, nama: 'a'.repeat(100_000) }, 413],
])('%s is answered', async (_, fields, status) => {
  expect((await postForm(site, '/daftar', fields)).status).toBe(status)
})

test('a post that is no form is answered as an empty one', async () => {
  const answer = await site.request('/daftar', {
    method: 'POST',
    body: '{"nama":1}',
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(422)
})

test('neither a name nor an e-mail is readable anywhere in the database', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('identity', 'casework', 'publication', 'platform') and table_type = 'BASE TABLE'`.execute(
    db.owner,
  )
  expect(tables.length).toBeGreaterThan(15)
  for (const text of ['marta.bire', 'Marta Bire', 'rio@contoh']) {
    const hex = Buffer.from(text).toString('hex')
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.raw(name)} t
        where strpos(lower(t::text), ${text.toLowerCase()}) > 0 or strpos(t::text, ${hex}) > 0`.execute(db.owner)
      expect([name, rows[0]?.n]).toEqual([name, 0])
    }
  }
})
