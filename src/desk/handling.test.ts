import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const coordinator = deskOf(db, coordinatorOf())
const sari = deskOf(db, officerOf())

async function seqOf(trackingId: string): Promise<string> {
  const row = await db.owner
    .selectFrom('casework.report')
    .select('last_seq')
    .where('tracking_id', '=', trackingId)
    .executeTakeFirstOrThrow()
  return String(row.last_seq)
}

test('a coordinator assigns to a unit, whose officer then has it in the queue', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', title: 'Antrean obat panjang' })
  expect(await coordinator.page('/kelola/antrian')).toContain('belum didisposisikan')
  expect((await sari.get(`/kelola/laporan/${trackingId}`)).status).toBe(404)
  const assigned = await coordinator.post(`/kelola/laporan/${trackingId}/disposisi`, {
    seenSeq: await seqOf(trackingId),
    unit: 'kota-kupang-dinkes',
    text: 'Mohon dicek hari ini.',
  })
  expect(assigned.status).toBe(303)
  expect(await sari.page('/kelola/antrian')).toContain('Antrean obat panjang')
  expect(await sari.page(`/kelola/laporan/${trackingId}`)).toContain('Mohon dicek hari ini.')
})

test('"sudah diteruskan" is asked about once more, and taken as an answer only then', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const address = `/kelola/laporan/${trackingId}/jawaban`
  const fields = { seenSeq: await seqOf(trackingId), outcome: 'explained', text: 'Sudah kami teruskan, terima kasih.' }
  const asked = await sari.post(address, fields)
  const page = await asked.text()
  expect(asked.status).toBe(422)
  expect(page).toContain('Meneruskan saja belum menjawab')
  expect(page).toContain('Sudah kami teruskan, terima kasih.')
  expect((await sari.post(address, { ...fields, sure: '1' })).status).toBe(303)
})

test('an answer comes with its pictures; a broken one is named and the good one is kept', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const page = await sari.page(`/kelola/laporan/${trackingId}`)
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#557755' } })
    .jpeg()
    .toBuffer()
  const form = (text: string, photos: [string, Buffer][]) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fieldsOf(page, '/jawaban'))) body.append(name, value)
    body.append('outcome', 'solved')
    body.append('text', text)
    for (const [name, bytes] of photos) body.append('photos', new File([new Uint8Array(bytes)], name))
    return body
  }
  const text = 'Lampu di depan puskesmas sudah diganti hari Selasa.'
  const broken = await sari.send(
    `/kelola/laporan/${trackingId}/jawaban`,
    form(text, [
      ['a.jpg', photo],
      ['b.jpg', Buffer.from('bukan foto')],
    ]),
  )
  const again = await broken.text()
  expect(broken.status).toBe(422)
  expect(again).toContain('b.jpg: bukan foto')
  expect(again).toContain('1 foto sudah tersimpan')
  expect(again).toContain(text)
  expect((await sari.send(`/kelola/laporan/${trackingId}/jawaban`, form(text, []))).status).toBe(303)
  const answered = await sari.page(`/kelola/laporan/${trackingId}`)
  const picture = /src="(\/kelola\/laporan\/[^"]+\/foto\/[^"?]+)/.exec(answered)?.[1] ?? ''
  const small = await sari.get(`${picture}?kecil=1`)
  expect([small.status, small.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect((await deskOf(db, officerOf('kota-kupang-pupr')).get(picture)).status).toBe(404)
})

test('a return names its owner, leaves the office’s sight, and tells the desk', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const address = `/kelola/laporan/${trackingId}/pengembalian`
  const nobody = await coordinator.post(address, { seenSeq: await seqOf(trackingId), agency: '', text: 'Bukan kami.' })
  expect(nobody.status).toBe(422)
  const returned = await coordinator.post(address, {
    seenSeq: await seqOf(trackingId),
    agency: 'BPJS Kesehatan',
    text: 'Ini soal iuran.',
  })
  expect(returned.headers.get('location')).toBe(`/kelola/antrian?sudah=pengembalian&nomor=${trackingId}`)
  expect((await coordinator.get(`/kelola/laporan/${trackingId}`)).status).toBe(404)
  const desk = await deskOf(db, dedi).page(`/kelola/laporan/${trackingId}`)
  expect(desk).toContain('menyarankan BPJS Kesehatan')
  expect(desk).toContain('dikembalikan 1×')
})

test('a unit hands back to its coordinator, and the report stays with the agency', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const back = await sari.post(`/kelola/laporan/${trackingId}/pengembalian`, {
    seenSeq: await seqOf(trackingId),
    agency: 'PUPR Kota Kupang',
    text: 'Ini jalan, bukan kesehatan.',
  })
  expect(back.status).toBe(303)
  expect((await sari.get(`/kelola/laporan/${trackingId}`)).status).toBe(404)
  expect(await coordinator.page(`/kelola/laporan/${trackingId}`)).toContain('Ini jalan, bukan kesehatan.')
})

test('two officers at once: the second reads what the first did, keeps the words, and may go on', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const [seen, address] = [await seqOf(trackingId), `/kelola/laporan/${trackingId}`]
  const first = await coordinator.post(`${address}/perkembangan`, { seenSeq: seen, text: 'Petugas sudah berangkat.' })
  expect(first.status).toBe(303)
  const second = await sari.post(`${address}/jawaban`, {
    seenSeq: seen,
    outcome: 'solved',
    text: 'Obat sudah tersedia sejak pagi ini.',
  })
  const page = await second.text()
  expect(second.status).toBe(409)
  for (const words of [
    'Laporan ini baru saja berubah',
    'Petugas sudah berangkat.',
    'Obat sudah tersedia sejak pagi ini.',
  ])
    expect(page).toContain(words)
  const onward = { ...fieldsOf(page, '/jawaban'), outcome: 'solved', text: 'Obat sudah tersedia sejak pagi ini.' }
  expect((await sari.post(`${address}/jawaban`, onward)).status).toBe(303)
})

test('when the first has already answered, the second finds the own words kept beside what is still possible', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const [seenSeq, address] = [await seqOf(trackingId), `/kelola/laporan/${trackingId}/jawaban`]
  await coordinator.post(address, { seenSeq, outcome: 'solved', text: 'Sudah selesai dikerjakan tadi pagi.' })
  const late = await sari.post(address, { seenSeq, outcome: 'solved', text: 'Kalimat saya yang panjang.' })
  const page = await late.text()
  expect(late.status).toBe(409)
  expect(page).toContain('Kalimat saya yang panjang.')
  expect(page).toContain('Sudah selesai dikerjakan tadi pagi.')
})

test('the same form sent twice is done once', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const fields = { seenSeq: await seqOf(trackingId), text: 'Menunggu suku cadang.' }
  const answers = [
    await sari.post(`/kelola/laporan/${trackingId}/perkembangan`, fields),
    await sari.post(`/kelola/laporan/${trackingId}/perkembangan`, fields),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([303, 303])
  expect(await seqOf(trackingId)).toBe(String(Number(fields.seenSeq) + 1))
})

test('a move that is not in the table is refused with a sentence, never an error page', async () => {
  const { trackingId } = await aReport(db, { stage: 'answered' })
  const seenSeq = await seqOf(trackingId)
  for (const noun of [
    'pengembalian',
    'perkembangan',
    'disposisi',
    'penundaan',
    'jawaban',
    'penerusan',
    'pengarsipan',
  ]) {
    const answer = await coordinator.post(`/kelola/laporan/${trackingId}/${noun}`, {
      seenSeq,
      text: 'Kata saya',
      title: 'Judul',
      kind: 'complaint',
      suggested: 'kota-kupang',
    })
    expect([noun, answer.status]).toEqual([noun, 409])
    expect(await answer.text()).toContain('Kata saya')
  }
  expect((await coordinator.post(`/kelola/laporan/${trackingId}/pencurian`, {})).status).toBe(404)
})

test('the desk finds an answer wanting, and reopens what was closed', async () => {
  const desk = deskOf(db, dedi)
  const answered = await aReport(db, { stage: 'answered' })
  const closed = await aReport(db, { stage: 'closed' })
  const reply = await desk.post(`/kelola/laporan/${answered.trackingId}/balasan`, {
    seenSeq: await seqOf(answered.trackingId),
    text: 'Fotonya bukan dari tempat ini.',
  })
  const reopen = await desk.post(`/kelola/laporan/${closed.trackingId}/pembukaan-kembali`, {
    seenSeq: await seqOf(closed.trackingId),
    text: 'Lampunya mati lagi.',
  })
  expect([reply.status, reopen.status]).toEqual([303, 303])
  expect(await desk.page(`/kelola/laporan/${closed.trackingId}`)).toContain('Sedang diproses')
})

test('of two who answer in the same moment one is first, and the other is told', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const seenSeq = await seqOf(trackingId)
  const by = (desk: typeof sari, text: string) =>
    desk.post(`/kelola/laporan/${trackingId}/jawaban`, { seenSeq, outcome: 'solved', text })
  const answers = await Promise.all([
    by(sari, 'Sudah kami perbaiki tadi pagi.'),
    by(coordinator, 'Sudah diperbaiki tim kota.'),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
  expect(await seqOf(trackingId)).toBe(String(Number(seenSeq) + 1))
})
