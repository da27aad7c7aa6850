import { expect, inject, test } from 'vitest'
import { problemSchema } from '../src/platform/problem.ts'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { publicReportSchema } from '../src/publication/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'

// The same life through the API alone, on a Wednesday before a holiday: 14 January 2026, 10.00 WIB.

const { url, dataDir } = inject('product')
const { get, post } = apiOf(url)
const dedi = await tokenFor(dataDir, 'verifikator')
const ratna = await tokenFor(dataDir, 'koordinator.jakarta')
const yuli = await tokenFor(dataDir, 'koordinator.kupang')

const text = 'Lampu penyeberangan di Jalan Thamrin mati sejak malam tahun baru.'
const body = { text, agencySlug: 'tidak-ada', categorySlug: 'apa-saja', anonymous: true }
const idempotencyKey = 'thamrin-2026-01-14'
const report = { id: '', key: '' }

const refusal = problemSchema.extend({ allowed: problemSchema.shape.code.array().optional() })

/** The public report, as the schema of the API's own description reads it. */
async function publicReport() {
  const told = await get(`/reports/${report.id}`)
  expect(told.status).toBe(200)
  return publicReportSchema.parse(told.json)
}

/** The report, with the deadlines in short: clock, last day, zone, what is granted and what is left. */
async function standing() {
  const { status, deadlines, thread } = await publicReport()
  const running = deadlines.map((each) => [each.clock, each.dueDay, each.zone, each.workingDays, each.remaining])
  return { status, running, thread, explanation: deadlines.at(-1)?.explanation }
}

test('a report is filed once, whatever its unknown office and topic; the key is given with it', async () => {
  const told = await post('/reports', body, { idempotencyKey })
  expect(told.status).toBe(201)
  const filed = filedSchema.parse(told.json)
  expect(filed.status).toEqual({ code: 'received', label: 'Menunggu verifikasi', colour: 'grey' })
  expect(told.headers.get('location')).toBe(`/api/v1/reports/${filed.id}`)
  Object.assign(report, { id: filed.id, key: filed.key })
})

test('the same key with the same words gives the same answer; with other words it is refused', async () => {
  const again = await post('/reports', body, { idempotencyKey })
  expect([again.status, again.json]).toMatchObject([201, { id: report.id, key: report.key }])
  const other = await post('/reports', { ...body, text: 'Bukan laporan yang sama.' }, { idempotencyKey })
  expect([other.status, refusal.parse(other.json).code]).toEqual([422, 'idempotency_key_reused'])
})

test('twenty at once with one key are one report', async () => {
  const at = { idempotencyKey: 'thamrin-serentak' }
  const told = await Promise.all(Array.from({ length: 20 }, () => post('/reports', { text }, at)))
  const settled = told.filter(({ status }) => status === 201).map(({ json }) => filedSchema.parse(json).id)
  expect(told.filter(({ status }) => status !== 201).every(({ status }) => status === 409)).toBe(true)
  expect(new Set(settled).size).toBe(1)
})

test('before it is verified it is hidden exactly as what does not exist, but its reporter reads it', async () => {
  const [hidden, unknown, wrong] = await Promise.all(
    [report.id, 'ZZZZZZZZZ', `${report.id}X`].map((id) => get(`/reports/${id}`)),
  )
  const told = (answer: typeof hidden) => [answer?.status, answer?.text, headersOf(answer?.headers)]
  expect(told(hidden)).toEqual(told(unknown))
  expect(told(hidden)).toEqual(told(wrong))
  expect(hidden?.status).toBe(404)
  const mine = await get(`/reports/${report.id}`, { key: report.key })
  const { deadlines } = publicReportSchema.parse(mine.json)
  expect(deadlines).toMatchObject([{ clock: 'verify', dueDay: '2026-01-20', zone: 'Asia/Jakarta', remaining: 3 }])
  expect((await get(`/reports/${report.id}`, { key: 'AAAAA-AAAAA-AAAAA-AAAAA' })).text).toBe(unknown?.text)
})

test('nobody but the verifier forwards; an unknown office is the mover’s mistake', async () => {
  expect((await post(`/reports/${report.id}/verification`, { agencySlug: 'dki-jakarta' })).status).toBe(404)
  const byStranger = await post(`/reports/${report.id}/verification`, { agencySlug: 'kota-kupang' }, { token: yuli })
  expect(byStranger.status).toBe(404)
  const wrong = await post(`/reports/${report.id}/verification`, { agencySlug: 'tidak-ada' }, { token: dedi })
  expect([wrong.status, refusal.parse(wrong.json).code]).toEqual([422, 'unknown_agency'])
})

test('forwarded on Wednesday, Jakarta has until Thursday of next week: Isra Mi’raj and the weekend are skipped', async () => {
  const forwarding = { agencySlug: 'dki-jakarta', title: 'Lampu penyeberangan Thamrin mati' }
  expect((await post(`/reports/${report.id}/verification`, forwarding, { token: dedi })).status).toBe(200)
  const { status, running, explanation } = await standing()
  expect(status).toEqual({ code: 'forwarded', label: 'Belum ditindaklanjuti', colour: 'red' })
  expect(running).toEqual([['answer', '2026-01-22', 'Asia/Jakarta', 5, 5]])
  expect(explanation).toMatch(/Kamis 22 Januari 2026.*16 Jan \(Isra Mi.raj.*17–18 Jan \(akhir pekan\)/)
  expect((await publicReport()).deadlines[0]?.dueAt).toBe('2026-01-22T17:00:00.000Z')
})

test('a move that is not in the table is refused with what is allowed', async () => {
  const early = await post(`/reports/${report.id}/confirmation`, { rating: 5 }, { key: report.key })
  const { code, allowed } = refusal.parse(early.json)
  expect([early.status, code]).toEqual([409, 'not_allowed'])
  expect(allowed).toContain('withdraw')
  expect(allowed).not.toContain('confirm')
  expect((await standing()).status.code).toBe('forwarded')
})

test('progress does not stop the clock; the answer does and starts the reporter’s ten days', async () => {
  await post(`/reports/${report.id}/progress`, { text: 'Teknisi berangkat siang ini.' }, { token: ratna })
  const working = await standing()
  expect(working.status).toEqual({ code: 'in_progress', label: 'Sedang diproses', colour: 'yellow' })
  expect(working.running).toEqual([['answer', '2026-01-22', 'Asia/Jakarta', 5, 5]])
  const answer = { text: 'Pengatur lampunya sudah diganti.', outcome: 'solved' }
  expect((await post(`/reports/${report.id}/answer`, answer, { token: ratna })).status).toBe(200)
  const { status, running, thread } = await standing()
  expect(status).toMatchObject({ code: 'answered', colour: 'green' })
  expect(running).toEqual([['lapse', '2026-01-29', 'Asia/Jakarta', 10, 10]])
  expect(thread.at(-1)).toMatchObject({ actor: 'agency', agency: { slug: 'dki-jakarta' }, ...answer, move: 'answer' })
})

test('the reporter is not content: a new answer clock, whole', async () => {
  const text = 'Semalam menyala satu jam, lalu mati lagi.'
  expect((await post(`/reports/${report.id}/replies`, { text }, { key: report.key })).status).toBe(200)
  const { status, running, thread } = await standing()
  expect(status.code).toBe('in_progress')
  expect(running).toEqual([['answer', '2026-01-22', 'Asia/Jakarta', 5, 5]])
  expect(thread.at(-1)).toMatchObject({ actor: 'reporter', move: 'reply', text })
})

test('the second answer is confirmed: closed, with its rating, and nothing of who filed', async () => {
  const answer = { text: 'Kabelnya diganti seluruhnya; kami uji dua malam.', outcome: 'solved' }
  await post(`/reports/${report.id}/answer`, answer, { token: ratna })
  expect((await post(`/reports/${report.id}/confirmation`, { rating: 4 }, { key: report.key })).status).toBe(200)
  const told = await publicReport()
  expect(told.status).toMatchObject({ code: 'closed', manner: 'confirmed', colour: 'blue' })
  expect([told.rating, told.reporter, told.deadlines]).toEqual([4, null, []])
  const line = ['submit', 'forward', 'report_progress', 'answer', 'reply', 'answer', 'confirm']
  expect(told.thread.map(({ move }) => move)).toEqual(line)
  expect((await get('/reports?q=penyeberangan+thamrin')).text).toContain(report.id)
})

test('a confidential report does not exist for anyone outside it, whatever they hold', async () => {
  const told = await post('/reports', { text: 'Rahasia: kuitansi ganda di loket.', confidential: true })
  const { id } = filedSchema.parse(told.json)
  await post(`/reports/${id}/verification`, { agencySlug: 'dki-jakarta' }, { token: dedi })
  const rio = await tokenFor(dataDir, 'rio')
  for (const asking of [{}, { token: rio }, { token: yuli }, { key: report.key }]) {
    const [hidden, unknown] = await Promise.all([get(`/reports/${id}`, asking), get('/reports/ZZZZZZZZZ', asking)])
    expect([hidden.status, hidden.text, headersOf(hidden.headers)]).toEqual([
      404,
      unknown.text,
      headersOf(unknown.headers),
    ])
  }
  expect((await get(`/reports/${id}`, { token: ratna })).status).toBe(200)
  expect((await get('/reports?limit=100')).text).not.toContain(id)
})

/** What a header tells, the time of the answer aside. */
function headersOf(headers: Headers | undefined) {
  return [...(headers ?? [])].filter(([name]) => name !== 'date')
}
