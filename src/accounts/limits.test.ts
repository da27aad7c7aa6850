import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { inPasswordLine } from './password-line.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { signUpRoutes } from './sign-up-routes.tsx'
import { anAccount, password, postForm, type Site } from './testing/account-site.ts'

const db = await testDatabase()
const deps = testDeps(db)
const limits = { perThing: 2, perAddress: 4, seconds: 900 }

beforeAll(async () => {
  await anAccount(db, deps)
})

/** The answer to a sign-in from an address. */
function attempt(site: Pick<Site, 'request'>, surel: string, sandi: string, from = '36.68.1.1') {
  return postForm(site, '/masuk', { surel, sandi }, { 'x-forwarded-for': from })
}

test('after some wrong passwords for one account an address waits; another address does not', async () => {
  const site = signInRoutes(deps, limits)
  for (let n = 0; n < 2; n++) expect((await attempt(site, 'marta@contoh.id', 'salah')).status).toBe(422)
  const late = await attempt(site, ' MARTA@contoh.id', password)
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await late.text()).toContain('Terlalu banyak permintaan')
  expect((await attempt(site, 'marta@contoh.id', password, '36.68.1.2')).status).toBe(303)
})

test('an address that tries many accounts waits too, whether they exist or not', async () => {
  const site = signInRoutes(deps, limits)
  for (let n = 0; n < 4; n++) expect((await attempt(site, `robot${n}@contoh.id`, 'salah')).status).toBe(422)
  expect((await attempt(site, 'marta@contoh.id', 'salah')).status).toBe(429)
})

test('right passwords never count, however often one signs in', async () => {
  const site = signInRoutes(deps, limits)
  for (let n = 0; n < 4; n++) expect((await attempt(site, 'marta@contoh.id', password)).status).toBe(303)
})

test('a flood of passwords is turned away at once, instead of making everybody wait', async () => {
  const site = signInRoutes(deps)
  let release = () => {}
  const busy = new Promise<true>((resolve) => {
    release = () => resolve(true)
  })
  const line = Array.from({ length: 50 }, () => inPasswordLine(() => busy))
  const signIn = await attempt(site, 'marta@contoh.id', password)
  expect([signIn.status, signIn.headers.get('retry-after')]).toEqual([429, '3'])
  const form = { nama: 'Tini', surel: 'tini@contoh.id', sandi: password }
  expect((await postForm(signUpRoutes(deps), '/daftar', form)).status).toBe(429)
  release()
  const served = await Promise.all(line)
  expect(served.filter(Boolean)).toHaveLength(40)
  expect((await attempt(site, 'marta@contoh.id', password)).status).toBe(303)
})

test('one address cannot sign up a country', async () => {
  const site = signUpRoutes(deps, limits)
  const signUp = (n: number) => postForm(site, '/daftar', { nama: 'Robot', surel: `r${n}@contoh.id`, sandi: password })
  const answers = [await signUp(1), await signUp(2), await signUp(3)]
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 429])
})
