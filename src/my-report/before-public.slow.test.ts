import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { browse, hiddenIn, textOf } from '../intake/testing/browse.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { publicThread } from '../testing/public-thread.ts'
import { receiveMessage } from './receive-message.ts'

const db = await testDatabase()
const site = browse(db)
const said = 'Belum beres. Saya Marta Lede, NIK 5371014107900001, mobilnya DH 4321 XY.'

async function post(made: Made, name: string, fields: Record<string, string>) {
  const told = await site.post(`/laporan/${made.trackingId}/${name}`, { kunci: made.key, ...fields })
  return { status: told.status, page: await told.text() }
}

/** The last words that everybody reads in its thread. */
const publicWords = async ({ id }: Made) => (await publicThread(db, id))?.at(-1)?.text

async function seqs(made: Made): Promise<Record<string, number>> {
  const rows = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'seq'])
    .where('report_id', '=', made.id)
    .execute()
  return Object.fromEntries(rows.map(({ move, seq }) => [move, seq]))
}

const stageOf = async (made: Made) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', made.id).executeTakeFirstOrThrow())
    .stage
const wordsKept = async (made: Made) =>
  (await db.owner.selectFrom('casework.event').select('text').where('report_id', '=', made.id).orderBy('seq').execute())
    .map(({ text }) => text)
    .at(-1)
const marked = (page: string) =>
  [...(/<article class="card public-view">.*?<\/article>/s.exec(page)?.[0] ?? '').matchAll(/<mark>(.*?)<\/mark>/g)].map(
    ([, it]) => it,
  )
const press = (page: string, button: Record<string, string>) => ({ ...hiddenIn(page), ...button })

test.each([
  ['balasan', 'answered'],
  ['pembukaan-kembali', 'closed'],
] as const)(
  'by %s nothing that points at somebody is published before its reporter has seen it',
  async (name, stage) => {
    const made = await aReport(db, { stage, anonymous: true })
    const asked = await post(made, name, { pesan: said })
    expect(asked.status).toBe(200)
    expect(marked(asked.page)).toEqual(['Marta Lede', '5371014107900001', 'DH 4321 XY'])
    expect(await stageOf(made)).toBe(stage)
    let page = asked.page
    for (const piece of ['Marta Lede', '5371014107900001'])
      page = (await post(made, name, press(page, { samarkan: piece }))).page
    expect(marked(page)).toEqual(['DH 4321 XY'])
    expect(await stageOf(made)).toBe(stage)
    const back = await post(made, name, press(page, { tampilkan: 'Marta Lede' }))
    expect(marked(back.page)).toEqual(['Marta Lede', 'DH 4321 XY'])
    const sent = await post(made, name, press(page, { yakin: '1' }))
    expect(sent.status).toBe(200)
    expect(await publicWords(made)).toBe('Belum beres. Saya [disamarkan], NIK [disamarkan], mobilnya DH 4321 XY.')
  },
)

test('where the reporter lives is marked and asked about once; where the trouble is is not', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const asked = await post(made, 'balasan', { pesan: 'Belum beres, rumah saya di Jl. Herewila 22 RT 05.' })
  expect(marked(asked.page)).toEqual(['Jl. Herewila 22 RT 05'])
  const sent = await post(made, 'balasan', press(asked.page, { samarkan: 'Jl. Herewila 22 RT 05' }))
  await post(made, 'balasan', press(sent.page, { yakin: '1' }))
  expect(await publicWords(made)).toBe('Belum beres, rumah saya di [disamarkan].')
  const other = await aReport(db, { stage: 'answered' })
  await post(other, 'balasan', { pesan: 'Lampu di Jl. Herewila 22 RT 05 masih mati.' })
  expect(await publicWords(other)).toBe('Lampu di Jl. Herewila 22 RT 05 masih mati.')
})

test('what was written is kept when the reporter goes back to change it', async () => {
  const made = await aReport(db, { stage: 'answered', anonymous: true })
  const { page } = await post(made, 'balasan', { pesan: said })
  const back = await post(made, 'balasan', press(page, { langkah: 'ubah' }))
  expect(textOf(back.page)).toContain(said)
  expect(await stageOf(made)).toBe('answered')
})

test('a reply may be kept from the public: the parties read it, everybody else that there was one', async () => {
  const made = await aReport(db, { stage: 'answered', anonymous: true })
  const { page } = await post(made, 'balasan', { pesan: said })
  await post(made, 'balasan', press(page, { pihak: '1' }))
  expect([await stageOf(made), await publicWords(made), await wordsKept(made)]).toEqual([
    'in_progress',
    undefined,
    said,
  ])
})

test('an ordinary reply goes out at once, and so does what the public never reads', async () => {
  const made = await aReport(db, { stage: 'answered', anonymous: true })
  await post(made, 'balasan', { pesan: 'Belum beres, lampunya masih mati.' })
  expect(await publicWords(made)).toBe('Belum beres, lampunya masih mati.')
  for (const wanted of [{ stage: 'answered', confidential: true }, { stage: 'on_hold' }] as const) {
    const hidden = await aReport(db, wanted)
    await post(hidden, 'balasan', { pesan: said })
    expect(await stageOf(hidden)).not.toBe(wanted.stage)
  }
})

test('a program is told of numbers, of a name alone never, and may say that it is sure or keep it from the public', async () => {
  const reply = async (anonymous: boolean, body: object) => {
    const made = await aReport(db, { stage: 'answered', anonymous })
    const told = await apiAs(db, { key: made.key }, site.deps).post(`/reports/${made.trackingId}/replies`, body)
    return { told, words: await publicWords(made), stage: await stageOf(made) }
  }
  for (const anonymous of [true, false]) {
    const stopped = await reply(anonymous, { text: said })
    expect(stopped).toMatchObject({ told: { status: 422, json: { code: 'points_at_somebody' } }, stage: 'answered' })
    expect(stopped.told.json.errors).toMatchObject([{ path: 'text', code: 'name' }, { code: 'nik' }, { code: 'plate' }])
  }
  expect(await reply(true, { text: 'Kata Ibu Siti belum beres.' })).toMatchObject({
    words: 'Kata Ibu Siti belum beres.',
  })
  expect(await reply(true, { text: said, sure: true })).toMatchObject({ words: said })
  const kept = await reply(true, { text: said, parties: true })
  expect([kept.words, kept.stage]).toEqual([undefined, 'in_progress'])
  const closed = await aReport(db, { stage: 'closed' })
  const opened = apiAs(db, { key: closed.key }, site.deps)
  const path = `/reports/${closed.trackingId}/reopening`
  expect(await opened.post(path, { reason: said })).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  expect(await opened.post(path, { reason: 'Rusak lagi.' })).toMatchObject({ status: 200 })
})

test('by a door that cannot ask, words that point at somebody are for the parties alone', async () => {
  const setting = { rules: await site.deps.rules(), directory: await site.deps.directory(), now: site.deps.now() }
  const say = async (anonymous: boolean, text: string) => {
    const made = await aReport(db, { stage: 'answered', anonymous, at: site.deps.now() })
    await as(db.web, marta(made.id), (tx) => receiveMessage(tx, marta(made.id), made.id, { text }, setting))
    return publicWords(made)
  }
  expect(await say(true, said)).toBeUndefined()
  expect(await say(false, 'Hubungi 0812-3999-1234 saja.')).toBeUndefined()
  expect(await say(false, 'Belum, alamat rumah saya Jalan Bajawa No. 4, Oebobo.')).toBeUndefined()
  const lamp = 'Belum, lampu di Jalan Bajawa No. 4 masih mati.'
  expect(await say(false, lamp)).toBe(lamp)
  expect(await say(true, 'Ini Marta, belum beres.')).toBeUndefined()
  expect(await say(false, 'Ini Marta, belum beres.')).toBe('Ini Marta, belum beres.')
  expect(await say(true, 'Belum beres.')).toBe('Belum beres.')
})

test.each([
  ['answered', true],
  ['answered', false],
  ['closed', true],
  ['closed', false],
] as const)(
  '%s, anonymous %s: a picture that nobody was asked about is for the parties alone',
  async (stage, anonymous) => {
    const setting = { rules: await site.deps.rules(), directory: await site.deps.directory(), now: site.deps.now() }
    const made = await aReport(db, { stage, anonymous, at: site.deps.now() })
    const staged = createHash('sha256').update(made.id).digest()
    const picture = { id: randomUUID(), staged_for: staged, position: 1, width: 4, height: 3, created_at: made.at }
    await db.owner.insertInto('casework.attachment').values(picture).execute()
    const message = { text: 'Masih gelap, ini fotonya.', attachments: staged.toString('hex') }
    await as(db.web, marta(made.id), (tx) => receiveMessage(tx, marta(made.id), made.id, message, setting))
    const kept = db.owner.selectFrom('casework.attachment').select('report_id').where('id', '=', picture.id)
    const copied = db.publicDb.selectFrom('publication.attachment').select('id').where('id', '=', picture.id)
    expect(await kept.executeTakeFirst()).toEqual({ report_id: made.id })
    expect(await copied.execute()).toEqual([])
    expect(await publicWords(made)).toBeUndefined()
  },
)

const hidden = {
  stage: 'in_progress',
  confidential: true,
  title: 'Pungli oleh Bapak Yohanis Ndun 081234567899',
  text: 'Pelakunya naik DH 4321 XY, NIK 5371014107900001. Uangnya Rp50.000.',
  place: 'Rumah Ibu Siti Aminah',
} as const

const copyOf = (made: Made) =>
  db.publicDb
    .selectFrom('publication.report')
    .select(['title', 'text', 'place'])
    .where('tracking_id', '=', made.trackingId)
    .executeTakeFirst()

test('before secrecy is lowered its reporter sees all that everybody will read, marked, and takes out what should not', async () => {
  const made = await aReport(db, hidden)
  const asked = await post(made, 'kerahasiaan', { turunkan: 'rahasia' })
  expect(asked.page).toContain('Inilah yang akan dibaca semua orang')
  expect(marked(asked.page)).toEqual(['Yohanis Ndun', '081234567899', 'DH 4321 XY', '5371014107900001', 'Siti Aminah'])
  let { page } = asked
  for (const piece of ['Yohanis Ndun', '081234567899', 'DH 4321 XY', '5371014107900001', 'Siti Aminah'])
    page = (await post(made, 'kerahasiaan', press(page, { samarkan: piece }))).page
  expect(await copyOf(made)).toBeUndefined()
  await post(made, 'kerahasiaan', press(page, { yakin: '1' }))
  expect(await copyOf(made)).toEqual({
    title: 'Pungli oleh Bapak [disamarkan] [disamarkan]',
    text: 'Pelakunya naik [disamarkan], NIK [disamarkan]. Uangnya Rp50.000.',
    place: 'Rumah Ibu [disamarkan]',
  })
  const mine = await apiAs(db, { key: made.key }, site.deps).get(`/reports/${made.trackingId}`)
  expect(mine.json).toMatchObject({
    originalTitle: hidden.title,
    originalText: hidden.text,
    originalPlace: hidden.place,
  })
})

test('nothing becomes public that was not shown just so', async () => {
  const made = await aReport(db, hidden)
  const { page } = await post(made, 'kerahasiaan', { turunkan: 'rahasia' })
  const unseen = await post(made, 'kerahasiaan', { turunkan: 'rahasia', yakin: '1' })
  expect(unseen.page).toContain('Inilah yang akan dibaca semua orang')
  const out = await post(made, 'kerahasiaan', press(page, { samarkan: 'Yohanis Ndun' }))
  const other = await post(made, 'kerahasiaan', { ...press(out.page, { yakin: '1' }), samaran: '[]' })
  expect(marked(other.page)).toContain('Yohanis Ndun')
  expect(await copyOf(made)).toBeUndefined()
})

test('what was said before everybody reads it may stay with the parties; what was public is not taken back', async () => {
  const threadOf = async ({ id }: Made) => (await publicThread(db, id))?.flatMap(({ text }) => text ?? [])
  const made = await aReport(db, { stage: 'received' })
  const app = apiAs(db, { key: made.key }, site.deps)
  const change = (body: object) =>
    app.post(`/reports/${made.trackingId}/secrecy`, { confirm: true, sure: true, ...body })
  await made.move(dedi, { move: 'archive', text: 'Sudah ditanyakan.', changes: { archive_reason: 'unclear' } })
  await made.move(marta(made.id), { move: 'object', text: 'Ini jelas.' })
  expect(await change({ confidential: true })).toMatchObject({ status: 200 })
  await made.move(dedi, { move: 'forward', data: { agency: 'kota-kupang' }, changes: { agency_id: 'kota-kupang' } })
  const asked = await post(made, 'kerahasiaan', { turunkan: 'rahasia' })
  expect(textOf(asked.page)).toContain('Sudah ditanyakan.')
  const seq = /name="hanya_baris" value="(\d+)"/.exec(asked.page)?.[1] ?? ''
  const left = await post(made, 'kerahasiaan', press(asked.page, { hanya_baris: seq }))
  expect(left.page).toContain('Hanya barisnya yang terbit.')
  expect(await copyOf(made)).toBeUndefined()
  await post(made, 'kerahasiaan', press(left.page, { yakin: '1' }))
  expect(await threadOf(made)).toEqual([])
  await made.move(coordinatorOf(), { move: 'report_progress', text: 'Besok kami ke sana.' })
  expect(await threadOf(made)).toEqual(['Besok kami ke sana.'])
  await change({ confidential: true })
  const since = (await seqs(made)).report_progress
  expect(since).toBeGreaterThan(1)
  const taking = await change({ confidential: false, without: [since] })
  expect([taking.status, taking.json.code]).toEqual([422, 'nothing_to_change'])
  expect(await change({ confidential: false })).toMatchObject({ status: 200 })
  expect(await threadOf(made)).toEqual(['Besok kami ke sana.'])
})

test('who is anonymous no more is shown the place that was hidden with them; a report no office has is only asked about', async () => {
  const shown = await aReport(db, { stage: 'in_progress', anonymous: true, place: hidden.place })
  const asked = await post(shown, 'kerahasiaan', { turunkan: 'anonim' })
  expect(marked(asked.page)).toEqual(['Siti Aminah'])
  const out = await post(shown, 'kerahasiaan', press(asked.page, { samarkan: 'Siti Aminah' }))
  await post(shown, 'kerahasiaan', press(out.page, { yakin: '1' }))
  expect(await copyOf(shown)).toMatchObject({ place: 'Rumah Ibu [disamarkan]' })
  const early = await aReport(db, { ...hidden, stage: 'received' })
  const again = await post(early, 'kerahasiaan', { turunkan: 'rahasia' })
  expect([again.page.includes('Yakin menurunkan'), again.page.includes('Inilah yang akan')]).toEqual([true, false])
  await post(early, 'kerahasiaan', press(again.page, {}))
  expect(await copyOf(early)).toBeUndefined()
})

test('a program that lowers secrecy is told of numbers, takes them out or is sure; ordinary words need nothing more', async () => {
  const lower = async (wanted: object, body: object) => {
    const made = await aReport(db, { ...hidden, ...wanted })
    const told = await apiAs(db, { key: made.key }, site.deps).post(`/reports/${made.trackingId}/secrecy`, {
      confidential: false,
      confirm: true,
      ...body,
    })
    return { made, told }
  }
  const stopped = await lower({}, {})
  expect(stopped.told).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  expect(stopped.told.json.errors).toMatchObject([
    { path: 'title', code: 'name' },
    { path: 'title', code: 'phone' },
    { path: 'text', code: 'plate' },
    { path: 'text', code: 'nik' },
    { path: 'place', code: 'name' },
  ])
  expect(await copyOf(stopped.made)).toBeUndefined()
  const out = await lower({}, { redact: ['081234567899', 'DH 4321 XY', '5371014107900001'] })
  expect([out.told.status, (await copyOf(out.made))?.title]).toEqual([
    200,
    'Pungli oleh Bapak Yohanis Ndun [disamarkan]',
  ])
  const sure = await lower({}, { sure: true })
  expect((await copyOf(sure.made))?.title).toBe(hidden.title)
  const plain = await lower({ title: 'Pungli di loket', text: 'Diminta Rp50.000 oleh Pak Budi.', place: undefined }, {})
  expect(plain.told.status).toBe(200)
})

test('the desk’s own words go another way: they are looked at as they leave', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const told = await apiAs(db, { actor: dedi }, site.deps).post(`/reports/${made.trackingId}/replies`, {
    text: 'Belum.',
  })
  expect([told.status, await publicWords(made)]).toEqual([200, 'Belum.'])
})
