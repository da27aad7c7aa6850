import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { accountSite, anAccount, password, postForm } from './testing/account-site.ts'

const db = await testDatabase()
const deps = testDeps(db)

beforeAll(async () => {
  await anAccount(db, deps)
  await anAccount(db, deps, { email: 'tini@contoh.id' })
})

test('after ten wrong passwords for one account, an address waits; others and other accounts do not', async () => {
  const site = accountSite(deps)
  const attempt = (surel: string, sandi: string, from = '36.68.1.1') =>
    postForm(site, '/masuk', { surel, sandi }, { 'x-forwarded-for': from })
  for (let n = 0; n < 10; n++) expect((await attempt('marta@contoh.id', 'salah sekali')).status).toBe(422)
  const late = await attempt('marta@contoh.id', 'salah sekali')
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await late.text()).toContain('Terlalu banyak permintaan')
  expect((await attempt('tini@contoh.id', password)).status).toBe(303)
  expect((await attempt('marta@contoh.id', password, '36.68.1.2')).status).toBe(303)
})

test('right passwords never count, however often one signs in', async () => {
  const site = accountSite(deps)
  for (let n = 0; n < 12; n++) {
    expect((await postForm(site, '/masuk', { surel: 'marta@contoh.id', sandi: password })).status).toBe(303)
  }
})

test('a flood of sign-ins is turned away at once, instead of making everybody wait', async () => {
  const site = accountSite(deps)
  const flood = Array.from({ length: 90 }, (_, n) =>
    postForm(site, '/masuk', { surel: `robot${n}@contoh.id`, sandi: 'x' }, { 'x-forwarded-for': `36.68.2.${n}` }),
  )
  const answers = await Promise.all(flood)
  const turnedAway = answers.filter((answer) => answer.status === 429)
  expect(turnedAway.length).toBeGreaterThan(30)
  expect(turnedAway.every((answer) => answer.headers.get('retry-after') === '3')).toBe(true)
  expect(answers.filter((answer) => answer.status === 422).length).toBeGreaterThanOrEqual(40)
})

test('one address cannot sign up a country', async () => {
  const site = accountSite(deps)
  const attempt = (n: number) =>
    postForm(site, '/daftar', { nama: 'Robot', surel: `robot${n}@contoh.id`, sandi: password })
  const answers: number[] = []
  for (let n = 0; n < 61; n++) answers.push((await attempt(n)).status)
  expect(answers.slice(0, 60).every((status) => status === 303)).toBe(true)
  expect(answers.at(-1)).toBe(429)
})
