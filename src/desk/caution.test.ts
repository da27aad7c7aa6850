import { expect, test } from 'vitest'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { stagePicture } from '../report/staged-pictures.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { moveReport } from '../report/move.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const office = deskOf(db, coordinatorOf())
const caution = 'Jangan ditunjukkan di lapangan'

/** A report with one photo, sent by its reporter as a note so that every stage has it. */
async function withPhoto(wanted: Wanted, audience: 'parties' | 'public' = 'parties') {
  const made = await aReport(db, wanted)
  const key = Buffer.from(made.id.replaceAll('-', '').repeat(2), 'hex')
  const photo = new Uint8Array(await (await aPhoto()).arrayBuffer())
  await stagePicture(office.deps, key, photo, aWednesday)
  const step = {
    move: 'note' as const,
    text: 'Ini fotonya.',
    audience,
    changes: { attachments: key.toString('hex') },
  }
  const rules = await office.deps.rules()
  await as(db.web, marta(made.id), (tx) => moveReport(tx, marta(made.id), made.id, step, rules, made.at))
  return made
}

const pictures = (page: string) => [
  ...page.matchAll(/<li><a href="([^"]+\/foto\/[^"]+)"><img[^>]*alt="([^"]*)".*?<\/li>/gs),
]

test.each([
  ['anonymous', { anonymous: true }],
  ['confidential', { confidential: true }],
  ['without identity', { anonymous: true, withoutIdentity: true }],
] as [string, Wanted][])(
  'a photo of a report filed %s says that it is not to be shown in the field',
  async (_name, wanted) => {
    const { trackingId } = await withPhoto({ stage: 'forwarded', ...wanted })
    const found = pictures(await office.page(`/kelola/laporan/${trackingId}`))
    expect(found).toHaveLength(1)
    const [whole, href = '', alt] = found[0] ?? []
    expect(alt).toBe(`Foto 1. ${caution}`)
    expect(whole?.split(caution)).toHaveLength(3)
    const file = await office.get(href)
    expect(file.headers.get('content-disposition')).toContain('jangan-ditunjukkan-di-lapangan')
  },
)

test('a photo of an open report says nothing of the kind', async () => {
  const { trackingId } = await withPhoto({ stage: 'forwarded' })
  const page = await office.page(`/kelola/laporan/${trackingId}`)
  expect(pictures(page)).toHaveLength(1)
  expect(page).not.toContain(caution)
})

test('what everyone will read is shown without the caution, which stands below it; its category is called as on the public page', async () => {
  const { trackingId } = await withPhoto({ anonymous: true, category: 'jalan' }, 'public')
  const desk = deskOf(db, dedi)
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const typed = { title: 'Lampu mati', kind: 'complaint', agency: 'Pemerintah Kota Kupang' }
  const shown = await (
    await desk.post(address, { ...fieldsOf(await desk.page(address), '/penerusan'), ...typed, text: 'Lampu mati.' })
  ).text()
  const [box = '', below = ''] = shown.split(/(?<=<article class="card public-view">.*<\/article>)/s)
  expect(box).toContain('Foto 1')
  expect(box).toContain('Kategori')
  expect(box).not.toContain(caution)
  expect(below).toContain(caution)
})
