import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { whoIsAsking } from '../accounts/who-is-asking.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { answerNotFound } from '../ui/errors.tsx'
import { pathWithoutLocale } from '../ui/locale.ts'
import { auditApi } from './api.ts'
import { checkByHand } from './check-by-hand.ts'
import { headKey, publicHalf } from './head.ts'
import { makeHead } from './make-head.ts'
import { checkReceipt } from './receipt.ts'
import { auditRoutes } from './routes.tsx'

const db = await testDatabase()
const deps = testDeps(db)
const site = new Hono({ getPath: pathWithoutLocale })
  .use(whoIsAsking(deps))
  .route('/', auditRoutes(deps))
  .route('/api/v1', auditApi(deps))
site.notFound(answerNotFound)
const key = headKey(Buffer.alloc(32, 4))
let report: Made
let late: Made

beforeAll(async () => {
  report = await aReport(db, { confidential: true, anonymous: true, stage: 'forwarded' })
  for (const day of ['2026-01-14', '2026-01-15'])
    await makeHead({ db: db.worker, now: () => new Date(`${day}T01:00:00Z`), headKey: key })
  late = await aReport(db)
})

const post = (made: Pick<Made, 'trackingId'>, fields: Record<string, string>) =>
  site.request(`/laporan/${made.trackingId}/bukti`, { method: 'POST', body: new URLSearchParams(fields) })

test('the public page shows the heads, the key, and how to check; in both languages', async () => {
  const page = await (await site.request('/audit')).text()
  for (const words of ['Segel harian', '15 Jan', '14 Jan', 'BEGIN PUBLIC KEY', 'sha256sum'])
    expect(page).toContain(words)
  expect(await (await site.request('/en/audit')).text()).toContain('Daily seals')
  const older = await (await site.request('/audit?sebelum=2')).text()
  expect(older).toContain('14 Jan')
  expect(older).not.toContain('15 Jan')
})

test('the reporter of a confidential report reads that it is recorded, and takes the proof home', async () => {
  const page = await post(report, { kunci: report.key })
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('dengan 2 peristiwa, ada di dalam segel Kamis 15 Januari 2026')
  const file = await post(report, { kunci: report.key, unduh: '1' })
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const receipt = JSON.parse(await file.text())
  expect(checkReceipt(receipt, publicHalf(key))).toMatchObject({ good: true, trackingId: report.trackingId })
  const called = await site.request(`/api/v1/reports/${report.trackingId}/receipt`, {
    headers: { 'report-key': report.key },
  })
  expect(await called.json()).toEqual(receipt)
})

test('a report filed after the newest head is told to come back', async () => {
  expect(await (await post(late, { kunci: late.key })).text()).toContain('lihat lagi besok')
  const called = await site.request(`/api/v1/reports/${late.trackingId}/receipt`, {
    headers: { 'report-key': late.key },
  })
  expect(called.status).toBe(409)
  expect(await called.json()).toMatchObject({ code: 'not_yet' })
})

test('without the key there is no receipt, as if there were no report', async () => {
  const answers = [
    await post(report, { kunci: late.key }),
    await post({ trackingId: '222222222' }, { kunci: late.key }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
  expect(one).toBe(other)
  expect((await site.request(`/laporan/${report.trackingId}/bukti`)).status).toBe(404)
  expect((await site.request(`/api/v1/reports/${report.trackingId}/receipt`)).status).toBe(404)
})

test('programs read the heads, newest first, with the bytes that were signed', async () => {
  const { items, next } = (await (await site.request('/api/v1/audit/heads')).json()) as {
    items: { number: number; text: string }[]
    next: null
  }
  expect(items.map(({ number }) => number)).toEqual([2, 1])
  expect(items[0]?.text).toMatch(
    /^LAPOR! head 2\nnumber 000002\nday 2026-01-15\nroot [\da-f]{64}\nledger [\da-f]{64}\n/,
  )
  expect(next).toBeNull()
})

test('sed, openssl and sha256sum suffice to check a receipt, and do not accept a changed one', async () => {
  const file = await (await post(report, { kunci: report.key, unduh: '1' })).text()
  expect(byHand(file)).toMatch(/Signature Verified Successfully\s+tercatat\n$/)
  expect(byHand(file.replace(report.trackingId, late.trackingId))).not.toContain('tercatat')
  expect(byHand(file.replace('number 000002', 'number 000003'))).not.toContain('Successfully')
})

function byHand(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-bukti-'))
  try {
    writeFileSync(join(folder, 'bukti.json'), file)
    return execFileSync('sh', ['-c', `${checkByHand} || true`], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
