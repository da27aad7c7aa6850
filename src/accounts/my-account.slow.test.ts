import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { accountSite, anAccount, cookieOf, password, postForm, signedIn } from './testing/account-site.ts'

const db = await testDatabase()
const deps = testDeps(db)
const site = accountSite(deps)
let martaId = ''
let rioId = ''

beforeAll(async () => {
  martaId = await anAccount(db, deps)
  rioId = await anAccount(db, deps, { email: 'rio@contoh.id', name: 'Rio' })
})

async function page(path: string, email?: string) {
  return (await site.request(path, { headers: await signedIn(site, email) })).text()
}

test('an account without reports says how to write one', async () => {
  expect(await page('/akun')).toContain('Belum ada laporan dari akun ini')
})

test('Marta finds all of her reports, the confidential one too, and Rio finds only his', async () => {
  const open = await aReport(db, { stage: 'answered', accountId: martaId, title: 'Lampu jalan mati' })
  const secret = await aReport(db, { confidential: true, accountId: martaId, title: 'Pungutan di loket' })
  await aReport(db, { accountId: rioId, title: 'Sampah menumpuk' })
  await aReport(db, { title: 'Dikirim tanpa akun' })
  const marta = await page('/akun')
  expect(marta).toContain(`href="/laporan/${open.trackingId}/saya"`)
  expect(marta).toContain(`href="/laporan/${secret.trackingId}/saya"`)
  expect(marta).toContain('Rahasia')
  expect(marta).toContain('Sudah ditindaklanjuti')
  expect(marta).not.toMatch(/Sampah|tanpa akun<\/a>/)
  const rio = await page('/en/akun', 'rio@contoh.id')
  expect(rio).toContain('Sampah menumpuk')
  expect(rio).not.toMatch(/Lampu|Pungutan/)
})

test('more than a page of reports is read on, each exactly once', async () => {
  const email = 'tini@contoh.id'
  const tini = await anAccount(db, deps, { email })
  const made = []
  for (let n = 0; n < 70; n++) {
    made.push(await aReport(db, { accountId: tini, at: new Date(aWednesday.getTime() + Math.floor(n / 2) * 60_000) }))
  }
  const pages: string[] = []
  for (let path: string | undefined = '/akun'; path; ) {
    const html: string = await page(path, email)
    pages.push(html)
    path = /href="(\/akun\?setelah=[0-9A-Z]{9})"/.exec(html)?.[1]
  }
  expect(pages).toHaveLength(4)
  const ids = pages.flatMap((html) => [...html.matchAll(/\/laporan\/([0-9A-Z]{9})\/saya"/g)].map((match) => match[1]))
  expect(ids.toSorted()).toEqual(made.map((report) => report.trackingId).toSorted())
})

test("another's report as the place to read on from shows nothing of when it was filed", async () => {
  const { trackingId } = await aReport(db, { accountId: rioId })
  expect(await page(`/akun?setelah=${trackingId}`)).toBe(
    (await page('/akun?setelah=ZZZZZZZZZ')).replaceAll('ZZZZZZZZZ', trackingId),
  )
})

test('a new password signs other browsers out and this one not', async () => {
  const email = 'wati@contoh.id'
  await anAccount(db, deps, { email })
  const here = await signedIn(site, email)
  const elsewhere = await signedIn(site, email)
  const post = (sandi: string, sandi_baru: string) => postForm(site, '/akun/kata-sandi', { sandi, sandi_baru }, here)
  expect((await post('bukan sandinya', 'kenari kedua di Oebobo')).status).toBe(422)
  expect(await (await post(password, 'pendek')).text()).toContain('paling sedikit 10 huruf')
  const changed = await post(password, 'kenari kedua di Oebobo')
  expect(changed.headers.get('location')).toBe('/akun?selesai=kata-sandi')
  expect((await site.request('/akun', { headers: here })).status).toBe(200)
  expect((await site.request('/akun', { headers: elsewhere })).status).toBe(303)
  expect((await postForm(site, '/masuk', { surel: email, sandi: password })).status).toBe(422)
  const anew = await postForm(site, '/masuk', { surel: email, sandi: 'kenari kedua di Oebobo' })
  expect(cookieOf(anew)).toMatch(/^lapor_sesi=/)
})

test('an account page is kept by no browser and no proxy, and is nobody else’s', async () => {
  const answer = await site.request('/akun', { headers: await signedIn(site) })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain('noindex')
  expect((await site.request('/akun')).headers.get('location')).toBe('/masuk?lanjut=%2Fakun')
  expect((await site.request('/en/akun')).headers.get('location')).toBe('/en/masuk?lanjut=%2Fen%2Fakun')
  expect((await site.request('/kelola', { headers: await signedIn(site) })).status).toBe(404)
})
