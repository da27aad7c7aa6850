import { expect, test } from 'vitest'
import { keepPicture } from '../report/kept-pictures.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { makeTrackingId, symbols } from '../report/tracking-id.ts'
import type { Office } from '../report/clocks/clocks.ts'
import { aReport } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { publicSite } from './testing/public-site.ts'

const db = await testDatabase()
const site = publicSite(db)

test('a report says where it stands, whose turn it is, until when and why', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', agency: 'dki-jakarta', title: 'Lampu mati' })
  const page = await site.text(`/laporan/${trackingId}`)
  for (const words of ['Belum ditindaklanjuti', 'Lampu mati', 'Giliran Pemerintah Provinsi DKI Jakarta'])
    expect(page).toContain(words)
  expect(page).toContain('Tenggat Kamis 22 Januari 2026 — melewati 16 Jan')
  expect(page).toContain('class="ribbon"')
  expect(page).toContain('Masuk hari ini')
})

test('its age is counted in the zone of the office that has it', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', at: new Date('2026-01-14T03:00:00Z') })
  // 23:30 in Jakarta on the 23rd is 00:30 in Kupang on the 24th.
  const late = publicSite(db, () => new Date('2026-01-23T16:30:00Z'))
  expect(await late.text(`/laporan/${trackingId}`)).toMatch(/Pemerintah Kota Kupang · [^<]*\b10 hari/)
})

test('the thread names the office that answered and what it came to', async () => {
  const { trackingId } = await aReport(db, { stage: 'answered', answer: 'Sudah kami ganti.', outcome: 'solved' })
  const page = await site.text(`/laporan/${trackingId}`)
  expect(page).toContain('Sudah kami ganti.')
  expect(page).toContain('Masalah diselesaikan')
  expect(page).toMatch(/Diteruskan ke Pemerintah Kota Kupang/)
})

test('previews get the title and the words, both public; the address is the canonical one', async () => {
  const { trackingId } = await aReport(db, {
    stage: 'forwarded',
    title: 'Got mampet',
    text: 'Got di depan pasar mampet.',
  })
  const page = await site.text(`/laporan/${trackingId}`)
  expect(page).toContain('<meta property="og:title" content="Got mampet')
  expect(page).toContain('<meta property="og:description" content="Got di depan pasar mampet."')
  expect(page).toContain(`<link rel="canonical" href="http://lapor.test/laporan/${trackingId}"`)
})

test('a deadline that moved says why, in the language of the page', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const moved = {
    from: '2026-01-22',
    to: '2026-01-23',
    reason: 'Tenggat mundur: kini libur.',
    reasonEn: 'It is later now.',
  }
  await db.owner
    .updateTable('publication.report')
    .set({ due_moved: JSON.stringify(moved) })
    .where('tracking_id', '=', trackingId)
    .execute()
  expect(await site.text(`/laporan/${trackingId}`)).toContain('Tenggat mundur: kini libur.')
  expect(await site.text(`/en/laporan/${trackingId}`)).toContain('It is later now.')
})

test('nobody is named, except who asked for it', async () => {
  const contact = { name: 'Marta Bire', phone: '081234567890' }
  const quiet = await aReport(db, { stage: 'forwarded', contact })
  const proud = await aReport(db, { stage: 'forwarded', contact, showName: true })
  expect(await site.text(`/laporan/${quiet.trackingId}`)).not.toContain('Marta')
  expect(await site.text(`/laporan/${proud.trackingId}`)).toContain('Marta Bire')
  expect(await site.text(`/laporan/${proud.trackingId}`)).not.toContain('0812')
})

test('an ID in any case, with dashes, leads to its one address, in the same language', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const typed = (trackingId.match(/.../g) ?? []).join('-').toLowerCase()
  const indonesian = await site.get(`/laporan/${typed}`)
  const english = await site.get(`/en/laporan/${typed}`)
  expect([indonesian.status, indonesian.headers.get('location')]).toEqual([301, `/laporan/${trackingId}`])
  expect(english.headers.get('location')).toBe(`/en/laporan/${trackingId}`)
})

test('unknown, confidential, unverified and mistyped are the same answer to the byte', async () => {
  const secret = await aReport(db, { stage: 'answered', confidential: true })
  const early = await aReport(db, { stage: 'received' })
  const unknown = makeTrackingId()
  const wrongCheck = unknown.slice(0, 8) + (unknown.endsWith('2') ? '3' : '2')
  const answers = await Promise.all(
    [unknown, secret.trackingId, early.trackingId, wrongCheck, 'x', 'tidak-ada', '%00'].map(async (id) => {
      const response = await site.get(`/laporan/${id}`)
      return { status: response.status, headers: [...response.headers], body: await response.text() }
    }),
  )
  expect(answers[0]?.status).toBe(404)
  for (const each of answers) expect(each).toEqual(answers[0])
  const elsewhere = await site.get('/tidak/ada')
  expect({ status: 404, headers: [...elsewhere.headers], body: await elsewhere.text() }).toEqual(answers[0])
})

test('"maksud Anda …?" only when exactly one near ID is public', async () => {
  const open = await aReport(db, { stage: 'forwarded' })
  const secret = await aReport(db, { stage: 'forwarded', confidential: true })
  const slip = (id: string) =>
    id.slice(0, 3) + symbols[(symbols.indexOf(id[3] ?? '') + 1) % symbols.length] + id.slice(4)
  expect(await site.text(`/laporan/${slip(open.trackingId)}`)).toContain(`href="/laporan/${open.trackingId}"`)
  expect(await site.text(`/laporan/${slip(secret.trackingId)}`)).not.toContain('Maksud Anda')
})

test('a withdrawn report keeps its ID and status, nothing else', async () => {
  const { trackingId } = await aReport(db, {
    stage: 'withdrawn',
    title: 'Judul rahasia hati',
    text: 'Isi yang ditarik.',
  })
  const page = await site.text(`/laporan/${trackingId}`)
  expect(page).toContain('Dicabut')
  expect(page).toContain(trackingId.slice(0, 3))
  for (const gone of ['Judul rahasia hati', 'Isi yang ditarik', 'Kota Kupang', '2026']) expect(page).not.toContain(gone)
})

test('nor how often it was opened again before it was withdrawn', async () => {
  const made = await aReport(db, { stage: 'closed', rating: 4 })
  const office: Office = { zone: 'Asia/Makassar', scope: 'kota-kupang' }
  const reopening = { manner: null, reopened: 1, outcome: null, answered_at: null, rating: null }
  await made.move(marta(made.id), { move: 'reopen', office, text: 'Mati lagi.', changes: reopening })
  expect(await site.text(`/laporan/${made.trackingId}`)).toContain('Dibuka kembali')
  await made.move(marta(made.id), { move: 'withdraw' })
  expect(await site.text(`/laporan/${made.trackingId}`)).not.toMatch(/Dibuka kembali|Dinilai|2026/)
  const { id, status, ...rest } = await site.json(`/api/v1/reports/${made.trackingId}`)
  expect({ id, code: status.code, manner: status.manner }).toEqual({ id: made.trackingId, code: 'withdrawn' })
  for (const [name, told] of Object.entries(rest))
    expect([name, told || null]).toEqual([name, told === 0 || !told ? null : []])
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select(['filed_at', 'published_at', 'closed_at', 'merged_into', 'reopened'])
    .where('tracking_id', '=', made.trackingId)
    .executeTakeFirst()
  const epoch = new Date(0)
  expect(copy).toEqual({ filed_at: epoch, published_at: epoch, closed_at: null, merged_into: null, reopened: 0 })
})

test('a merged report leads to its parent only while that is public', async () => {
  const parent = await aReport(db, { stage: 'forwarded' })
  const child = await aReport(db, { stage: 'merged', into: parent.id })
  const link = `href="/laporan/${parent.trackingId}"`
  expect(await site.text(`/laporan/${child.trackingId}`)).toContain(link)
  await parent.move(marta(parent.id), { move: 'raise_secrecy', changes: { confidential: true } })
  expect(await site.text(`/laporan/${child.trackingId}`)).not.toContain(parent.trackingId)
})

test('a page is kept by browsers but asked about each time; raised secrecy is gone at the next look', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const first = await site.get(`/laporan/${made.trackingId}`)
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  const again = await site.get(`/laporan/${made.trackingId}`, { 'if-none-match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await made.move(marta(made.id), { move: 'raise_secrecy', changes: { confidential: true } })
  expect((await site.get(`/laporan/${made.trackingId}`, { 'if-none-match': tag })).status).toBe(404)
})

test('a public picture is served from a sandbox and asked for each time; of a hidden report there is none', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const id = '0198a000-0000-4000-8000-00000000f070'
  const picture = { id, seq: 1, position: 0, width: 4, height: 3 }
  await db.owner
    .insertInto('casework.attachment')
    .values({ ...picture, report_id: made.id, created_at: made.at })
    .execute()
  const drawn = (bytes: string) => ({ bytes: Buffer.from(bytes), width: 4, height: 3 })
  await keepPicture(site.deps, id, { picture: drawn('large'), thumbnail: drawn('small') })
  await made.move(marta(made.id), { move: 'note', text: 'Ini fotonya.' })
  const path = `/laporan/${made.trackingId}/foto/${id}`
  const large = await site.get(path)
  expect([large.status, await large.text(), await site.text(`${path}/kecil`)]).toEqual([200, 'large', 'small'])
  expect(large.headers.get('x-content-type-options')).toBe('nosniff')
  expect(large.headers.get('content-security-policy')).toContain('sandbox')
  expect(large.headers.get('cache-control')).toBe('no-cache')
  const known = { 'if-none-match': large.headers.get('etag') ?? '' }
  expect((await site.get(path, known)).status).toBe(304)
  expect(await site.text(`/laporan/${made.trackingId}`)).toContain(`src="${path}/kecil"`)
  await made.move(marta(made.id), { move: 'raise_secrecy', changes: { confidential: true } })
  expect((await site.get(path)).status).toBe(404)
  expect((await site.get(path, known)).status).toBe(404)
})
