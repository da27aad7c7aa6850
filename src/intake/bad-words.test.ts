import { describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { stagedFor } from './read-report-form.ts'
import { browse, textOf } from './testing/browse.ts'

const db = await testDatabase()
const { app, get, post, file, formKey } = browse(db, testDeps(db))

/** What was stored of the form whose receipt this answer leads to. */
async function storedBy(sent: Response) {
  expect(sent.status).toBe(303)
  const formKey = (sent.headers.get('location') ?? '').replace(/^.*\//, '')
  return db.owner
    .selectFrom('casework.content as c')
    .innerJoin('casework.report as r', 'r.id', 'c.report_id')
    .select(['c.original_text', 'c.title', 'r.flags'])
    .where('r.idempotency', '=', stagedFor(formKey))
    .executeTakeFirstOrThrow()
}

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

describe('words of every kind are kept', () => {
  test.each([
    ['NUL', 'jalan\0rusak', 'jalan\ufffdrusak'],
    ['a mark that turns the direction', 'foto\u202egpj.exe', 'fotogpj.exe'],
    ['markup', '<script>alert(1)</script> "dan" &amp;', '<script>alert(1)</script> "dan" &amp;'],
    ['emoji of four bytes', 'Banjir 🌊👩‍👩‍👧‍👦 sampai lutut', 'Banjir 🌊👩‍👩‍👧‍👦 sampai lutut'],
    ['Javanese script', 'ꦲꦏ꧀ꦱꦫꦗꦮ', 'ꦲꦏ꧀ꦱꦫꦗꦮ'],
    ['only a sign', '?', '?'],
    ['15,000 characters', 'Jalan rusak. '.repeat(1150).trim(), 'Jalan rusak. '.repeat(1150).trim()],
    ['what looks like SQL', "'; drop table report; --", "'; drop table report; --"],
  ])('%s', async (_, typed, kept) => {
    expect((await storedBy(await file({ cerita: typed }))).original_text).toBe(kept)
  })

  test('50,000 combining marks shrink to what a letter needs', async () => {
    const sent = await file({ cerita: `Z${'\u0335'.repeat(50_000)}algo di jalan` })
    expect((await storedBy(sent)).original_text.length).toBeLessThan(40)
  })

  test('bytes that are no UTF-8', async () => {
    const body = `formulir=${await formKey()}&langkah=kirim&cerita=jalan+%ff%c3%28+rusak`
    const sent = await app.request('http://lapor.test/lapor', { method: 'POST', headers: urlencoded, body })
    expect((await storedBy(sent)).original_text).toMatch(/^jalan \ufffd+\( rusak$/)
  })

  test('script is shown as words, on the check and on every page after it', async () => {
    const check = await post('/lapor', { formulir: await formKey(), cerita: '<script>alert(1)</script>' })
    const html = await check.text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('words that cannot be a report come back', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000 '],
    ['marks that nobody sees', '\u200b\u200d\ufeff'],
    ['only NUL', '\0\0'],
  ])('%s', async (_, typed) => {
    const answer = await post('/lapor', { formulir: await formKey(), cerita: typed, lokasi: 'Oebobo' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(textOf(html)).toContain('Tulis apa yang terjadi.')
    expect(html).toContain('value="Oebobo"')
  })

  test('100 kB, every one of them', async () => {
    const typed = 'jalan rusak '.repeat(8534).slice(0, 102_400)
    const answer = await post('/lapor', { formulir: await formKey(), cerita: typed, langkah: 'kirim' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Tulisan Anda 102.400')
    expect(html).toContain(typed.trim())
  })

  test('a body that goes on without end and says nothing is too large, and says so on the form', async () => {
    const body = `x=${'a'.repeat(5 * 1024 * 1024)}`
    const answer = await app.request('http://lapor.test/lapor', { method: 'POST', headers: urlencoded, body })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('name="cerita"')
  })

  test('a body that is no form', async () => {
    const answer = await app.request('http://lapor.test/lapor', { method: 'POST', body: '{"cerita":"x"}' })
    expect(answer.status).toBe(415)
    expect(await answer.text()).toContain('name="cerita"')
  })

  test('a body that breaks off is shown before anything is sent', async () => {
    const body = `--b\r\nContent-Disposition: form-data; name="langkah"\r\n\r\nkirim\r\n--b\r\nContent-Disposition: form-data; name="cerita"\r\n\r\nJalan terputus di ten`
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await app.request('http://lapor.test/lapor', { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    expect(textOf(await answer.text())).toContain('Kiriman terputus di tengah jalan')
  })
})

describe('points', () => {
  test('outside Indonesia are accepted and flagged', async () => {
    const sent = await file({ cerita: 'Di kedutaan di Manila.', lat: '14.6', lon: '120.98' })
    expect((await storedBy(sent)).flags).toEqual(['outside_indonesia'])
  })

  test.each([
    ['91', '120'],
    ['x', 'y'],
    ['1', ''],
    ['NaN', '0'],
  ])('at %s and %s are none, and the form says so', async (lat, lon) => {
    expect((await post('/lapor', { formulir: await formKey(), cerita: 'Titik salah.', lat, lon })).status).toBe(422)
  })
})

test.each([
  '/lapor?cerita=%ff%00',
  '/lapor?instansi=%00',
  '/lapor?kategori[]=x',
  '/lacak?id=%ff%00',
  '/lapor/foto/x/y',
])('%s is answered calmly', async (path) => {
  expect((await get(path)).status).toBeLessThan(500)
})
