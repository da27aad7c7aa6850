import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)

test.each([
  '/kelola/laporan/%00',
  '/kelola/laporan/%F0%9F%98%80',
  `/kelola/laporan/${'K'.repeat(5000)}`,
  "/kelola/laporan/K7M2QX4PR'--",
  '/kelola/laporan/K7M2QX4PR/foto/%00',
  '/kelola/laporan/K7M2QX4PR/foto/..%2f..%2fkeys',
  '/kelola/instansi?di=%00',
  '/kelola/kalender?hapus=1e9',
  '/kelola/kalender?hapus=%00',
])('%s is nothing, and no failure', async (path) => {
  expect((await desk.get(path)).status).toBe(404)
})

test.each([
  '/kelola/verifikasi?q=%00%25_&klasifikasi=x&rak=x&setelah=-zzzzzzzzz-K7M2QX4PR',
  '/kelola/verifikasi?setelah=zzzzzzzzz-22222222C',
  '/kelola/instansi?q=%25%00%5C',
  '/kelola/kalender?tahun=99999',
  '/kelola/pengawasan?instansi=%00&setelah=x',
])('%s is a list all the same', async (path) => {
  expect((await desk.get(path)).status).toBe(200)
})

const words: [string, string][] = [
  ['empty', ''],
  ['invisible', '\u200b\u200f \n'],
  ['too long', 'a'.repeat(30_000)],
]

test.each(words)('%s words come back as 422 with a reason', async (_name, text) => {
  const { trackingId } = await aReport(db)
  for (const noun of ['penundaan', 'catatan', 'pengarsipan', 'penerusan']) {
    const fields = { seenSeq: '1', text, title: text, reason: 'spam', kind: 'complaint', agency: 'kota-kupang' }
    const answer = await desk.post(`/kelola/laporan/${trackingId}/${noun}`, fields)
    expect([noun, answer.status]).toEqual([noun, 422])
  }
})

test.each([
  '\0NUL \ud800 tunggal',
  '<script>alert(1)</script>',
  '\u202eterbalik',
  'é'.normalize('NFD').repeat(50),
  '😀'.repeat(500),
])('odd words %# are kept as words', async (text) => {
  const { trackingId } = await aReport(db)
  const answer = await desk.post(`/kelola/laporan/${trackingId}/catatan`, { seenSeq: '1', text })
  expect(answer.status).toBe(303)
  expect(await desk.page(`/kelola/laporan/${trackingId}`)).not.toContain('<script>alert')
})

test('numbers that are none, unknown slugs and forms of another kind are told so', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const kupang = deskOf(db, coordinatorOf())
  const address = `/kelola/laporan/${trackingId}`
  expect((await kupang.post(`${address}/catatan`, { seenSeq: 'x', text: 'Catatan' })).status).toBe(409)
  expect((await kupang.post(`${address}/disposisi`, { seenSeq: '2', unit: 'kab-luwu\0' })).status).toBe(409)
  expect((await kupang.post(`${address}/disposisi`, { seenSeq: '2', unit: '', officer: 'x' })).status).toBe(422)
  const json = await kupang.app.request(`${address}/catatan`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(json.status).toBe(422)
  expect((await kupang.post('/kelola/kalender', { remove: '\0', reason: 'x', sure: '1' })).status).toBe(404)
})
