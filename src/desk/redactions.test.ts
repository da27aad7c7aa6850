import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const text = 'Nama saya Yosefina Klobor, HP 0812-3456-7890. Persil 5371-0155 sejak 2019 sesuai UU No. 25 Tahun 2009.'

async function preview(wanted: Parameters<typeof aReport>[1] = {}) {
  const { trackingId } = await aReport(db, { text, title: 'Persil belum terbit', ...wanted })
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const typed = { ...fieldsOf(await desk.page(address), '/penerusan'), kind: 'complaint', agency: 'kota-kupang' }
  const post = async (fields: Record<string, string>) => {
    const told = await desk.post(address, fields)
    return { status: told.status, page: await told.text() }
  }
  const first = await post({ ...typed, title: 'Persil belum terbit', text })
  return { trackingId, post, first }
}

/** What everybody would read: the words of the preview, without the lists of what may be taken out. */
const publicView = (page: string) => /<article class="card public-view">.*?<\/article>/s.exec(page)?.[0] ?? ''
const readable = (page: string) => publicView(page).replace(/<[^>]+>/g, '')
/** The carried form, as a press of one of its buttons sends it. */
const press = (page: string, button: Record<string, string>) => ({ ...fieldsOf(page, '/penerusan'), ...button })

test('the preview marks a name and a number, and leaves parcels, years and laws alone', async () => {
  const { first } = await preview()
  const marked = [...publicView(first.page).matchAll(/<mark>(.*?)<\/mark>/g)].map(([, it]) => it)
  expect(marked).toEqual(['Yosefina Klobor', '0812-3456-7890'])
  expect(first.page).toContain('2 hal masih terbaca semua orang')
})

test('one press takes a piece out, one press puts it back, and nothing is published by either', async () => {
  const { trackingId, post, first } = await preview()
  const out = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
  expect(out.status).toBe(200)
  expect(readable(out.page)).toContain('Nama saya [disamarkan], HP 0812-3456-7890.')
  const back = await post(press(out.page, { tampilkan: 'Yosefina Klobor' }))
  expect(readable(back.page)).toBe(readable(first.page))
  const copies = db.publicDb.selectFrom('publication.report').select('text').where('tracking_id', '=', trackingId)
  expect(await copies.execute()).toEqual([])
})

test('what was taken out is not published, also words chosen by hand, and the desk keeps the original', async () => {
  const { trackingId, post, first } = await preview()
  const one = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
  const two = await post(press(one.page, { samarkan: '0812-3456-7890' }))
  const three = await post(press(two.page, { samarkan_lain: '5371-0155', step: 'preview' }))
  expect(three.page).toContain('Semua yang ditemukan sudah disamarkan')
  const pressedEmpty = await post(press(three.page, { samarkan_lain: ' ', step: 'preview' }))
  expect(pressedEmpty.status).toBe(200)
  const sent = await post(press(three.page, { step: 'send' }))
  expect(sent.status).toBe(303)
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select('text')
    .where('tracking_id', '=', trackingId)
    .executeTakeFirstOrThrow()
  expect(copy.text).toBe(
    'Nama saya [disamarkan], HP [disamarkan]. Persil [disamarkan] sejak 2019 sesuai UU No. 25 Tahun 2009.',
  )
  expect(await desk.page(`/kelola/laporan/${trackingId}`)).toContain('Yosefina Klobor')
})

test.each([
  ['marsetyo klobor', 'Petugas Marsetyo Klobors, [disamarkan] dan bencana.'],
  ['ANA', 'Petugas Marsetyo Klobors, MARSETYO KLOBOR dan bencana.'],
])('"%s" is taken out in other letters where it stands by itself', (piece, shown) => {
  expect(redact('Petugas Marsetyo Klobors, MARSETYO KLOBOR dan bencana.', [piece])).toBe(shown)
})

test('a send that carries other redactions than were shown is shown again instead', async () => {
  const { post, first } = await preview()
  const out = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
  const tampered = await post({ ...press(out.page, { step: 'send' }), samaran: '[]' })
  expect([tampered.status, readable(tampered.page).includes('Yosefina Klobor')]).toEqual([200, true])
  const broken = await post({ ...press(out.page, { step: 'preview' }), samaran: '{"rusak' })
  expect(broken.status).toBe(200)
})

test('words typed in other capitals are taken out all the same, and one press puts all of it back', async () => {
  const { post, first } = await preview()
  const out = await post(press(first.page, { samarkan_lain: 'yosefina klobor', step: 'preview' }))
  expect(readable(out.page)).toContain('Nama saya [disamarkan], HP')
  expect(out.page.match(/name="tampilkan"/g)).toHaveLength(1)
  const back = await post(press(out.page, { tampilkan: 'Yosefina Klobor' }))
  expect(readable(back.page)).toBe(readable(first.page))
})

test('words that stand nowhere in the report are said not to, instead of listed as taken out', async () => {
  const { post, first } = await preview()
  const out = await post(press(first.page, { samarkan_lain: 'Yosephina Klobor', step: 'preview' }))
  expect(out.page).toContain('Tidak ada yang disamarkan: “Yosephina Klobor” tidak tertulis begitu')
  expect([out.page.includes('name="tampilkan"'), readable(out.page)]).toEqual([false, readable(first.page)])
  const next = await post(press(out.page, { samarkan: '0812-3456-7890' }))
  expect(next.page).not.toContain('Tidak ada yang disamarkan')
})

test('redactions survive a change of the words', async () => {
  const { post, first } = await preview()
  const out = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
  const edit = await post(press(out.page, { step: 'edit' }))
  expect(fieldsOf(edit.page, '/penerusan').samaran).toContain('Yosefina Klobor')
})

test.each([
  ['anonymous', { anonymous: true }],
  ['confidential', { confidential: true }],
])(
  'what was taken out of a report filed %s is out for the office too, on the page and in the API',
  async (_name, wanted) => {
    const { trackingId, post, first } = await preview(wanted)
    const out = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
    expect((await post(press(out.page, { step: 'send' }))).status).toBe(303)
    const page = await deskOf(db, coordinatorOf()).page(`/kelola/laporan/${trackingId}`)
    expect(page).toContain('Nama saya [disamarkan]')
    expect(page).not.toContain('Yosefina')
    const told = await apiAs(db, { actor: coordinatorOf() }, desk.deps).get(`/reports/${trackingId}`)
    expect(told.json).toMatchObject({ readable: true, originalText: null })
    expect(JSON.stringify(told.json)).not.toContain('Yosefina')
  },
)

test('an office reads an open report as it was first written', async () => {
  const { trackingId, post, first } = await preview()
  const out = await post(press(first.page, { samarkan: 'Yosefina Klobor' }))
  await post(press(out.page, { step: 'send' }))
  expect(await deskOf(db, coordinatorOf()).page(`/kelola/laporan/${trackingId}`)).toContain('Yosefina Klobor')
})

test.each([
  ['Budi dan Budi Santoso', ['Budi', 'Budi Santoso'], '[disamarkan] dan [disamarkan]'],
  ['tidak ada', ['Budi', ''], 'tidak ada'],
  ['BUDI, kata budi\nsantoso Jr.', ['Budi Santoso', 'Budi'], '[disamarkan], kata [disamarkan] Jr.'],
  ['Bencana dan ANA', ['Ana'], 'Bencana dan [disamarkan]'],
  ['081234567890 (a+b)', ['3456', '(A+B)'], '0812[disamarkan]7890 [disamarkan]'],
])('%s without %j is "%s"', (whole, pieces, left) => {
  expect(redact(whole, pieces)).toBe(left)
})
