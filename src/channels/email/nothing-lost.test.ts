import { afterAll, expect, test } from 'vitest'
import { aPhoto } from '../../intake/testing/photos.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)

let people = 0
const somebody = () => `warga${++people}@rumah.test`
const photos = [{ filename: 'jalan.jpg', content: Buffer.from(await (await aPhoto()).arrayBuffer()) }]
const photosOf = (id: string) =>
  db.owner.selectFrom('casework.attachment').select('seq').where('report_id', '=', id).execute()

test.each([
  ['Rumah kami kebanjiran di Oesapa, air setinggi dada', 'Mohon bantuan pak, terima kasih.'],
  ['Jalan rusak di depan pasar Oeba sejak Januari', 'Mohon dicek pak. Terima kasih'],
  ['Pungli di kelurahan', 'Mohon info'],
  ['Pungli', 'mohon bantuan'],
  ['Lampu jalan mati di Liliba', 'Selesai'],
  ['Pungutan di SD Inpres', 'stop!'],
  ['', 'pungli pak'],
  ['', 'banjir pak tolong'],
])('whoever says what happened is heard, though the rest sounds like a command: %j, %j', async (subject, text) => {
  const before = await filedReports(db)
  await world.mail({ from: somebody(), subject, text })
  expect(await world.arrival()).toMatchObject({ outcome: 'report' })
  expect(await filedReports(db)).toHaveLength(before.length + 1)
})

test.each([
  ['Jalan rusak di depan pasar Oeba sejak banjir', 'Tolong cek'],
  ['Laporan', 'Mohon bantuan'],
  ['Laporan', 'Lihat foto.'],
  ['Laporan', ''],
  ['', 'banjir'],
  ['', 'stop pungli'],
])('a photo is a report, whatever stands beside it: %j, %j', async (subject, text) => {
  await world.mail({ from: somebody(), subject, text, attachments: photos })
  const { outcome, report_id } = await world.arrival()
  expect(outcome).toBe('report')
  expect(await photosOf(report_id ?? '')).toHaveLength(1)
})

test('a photo with a wish to be hidden is hidden', async () => {
  await world.mail({ from: somebody(), subject: 'Laporan', text: 'mohon dirahasiakan', attachments: photos })
  expect(await world.report()).toMatchObject({ confidential: true })
})

test('a photo beside a command about a report is seen by its office; beside an answer to our question it is the answer', async () => {
  const from = somebody()
  const [receipt] = (await world.mail({
    from,
    subject: 'Jalan rusak di Liliba',
    text: 'Jalan di Liliba berlubang.',
  })) as [GotLetter]
  const { id } = await world.report()
  await world.mail({ ...replyTo(receipt, 'CEK'), attachments: photos })
  expect(await world.arrival()).toMatchObject({ outcome: 'command' })
  expect(await photosOf(id)).toHaveLength(1)
  await office.ask(id, 'Sisi mana?')
  await world.work()
  await world.mail({ ...replyTo(receipt, 'tolong cek'), attachments: photos })
  expect(await world.arrival()).toMatchObject({ outcome: 'reply' })
  expect(await world.report()).toMatchObject({ stage: 'received' })
  expect(await photosOf(id)).toHaveLength(2)
})

test.each([
  ['', 'STOP'],
  ['Laporan', 'STOP'],
  ['(tanpa subjek)', 'STOP'],
  ['Re: LAPOR! 8K2-MN4-PRX: ada tanggapan', 'STOP'],
])('a command that says nothing else stays one: %j, %j', async (subject, text) => {
  await world.mail({ from: somebody(), subject, text })
  expect(await world.arrival()).toMatchObject({ outcome: 'command' })
})

test('whoever asks after a number that is not theirs is told so, whatever the subject says', async () => {
  await world.mail({ from: somebody(), subject: 'Jalan rusak di Oeba', text: 'Jalan di Oeba rusak parah.' })
  const { tracking_id } = await world.report()
  await world.mail({ from: somebody(), subject: 'Jalan rusak di Oeba', text: `CEK ${tracking_id}` })
  expect(await world.arrival()).toMatchObject({ outcome: 'command' })
})

test('a photo under their number, but without a letter of ours, reaches no office: anybody may write that name', async () => {
  const from = somebody()
  await world.mail({ from, subject: 'Got tersumbat di Liliba', text: 'Got di Liliba tersumbat.' })
  const { id, tracking_id } = await world.report()
  await world.mail({ from, subject: 'Laporan', text: `CEK ${tracking_id}`, attachments: photos })
  expect(await world.arrival()).toMatchObject({ outcome: 'command' })
  expect(await photosOf(id)).toEqual([])
})

test.each([
  'Assalamualaikum\nSalam hormat\nkami warga RT 05 Oesapa\nair PDAM tidak mengalir 2 minggu\nmohon ditindaklanjuti',
  'Halo admin,\nterima kasih,\nkartu BPJS saya tidak aktif padahal iuran lunas',
  'Lampu jalan mati sejak Senin.\nTerima kasih\nJl. Timor Raya depan Indomaret Oesapa',
])('a short letter is filed whole, wherever its greetings stand: %j', async (text) => {
  await world.mail({ from: somebody(), subject: 'Laporan warga', text })
  const { report_id } = await world.arrival()
  const content = db.owner.selectFrom('casework.content').select('text').where('report_id', '=', report_id)
  expect(await content.executeTakeFirst()).toEqual({ text })
})

test('whoever greets above our letter and answers between its lines has answered with all of it', async () => {
  const from = somebody()
  await world.mail({ from, subject: 'Jalan rusak di Oebufu', text: 'Jalan di Oebufu rusak parah sejak banjir.' })
  const { id } = await world.report()
  await office.ask(id, 'Sisi mana? Sejak kapan?')
  const question = (await world.work()).findLast(({ to }) => to === from) as GotLetter
  const intro = 'Pada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <lapor@lapor.test> menulis:'
  const text = `Selamat pagi, jawaban di bawah.\n\n${intro}\n> Sisi mana?\nSisi timur.\n> Sejak kapan?\nSejak 3 Januari.`
  await world.mail({ ...replyTo(question, ''), text })
  const told = db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('report_id', '=', id)
    .where('move', '=', 'complete')
  expect(await told.execute()).toEqual([{ text: 'Selamat pagi, jawaban di bawah.\nSisi timur.\nSejak 3 Januari.' }])
})

const complaint = 'Selamat pagi, lampu jalan di Kelurahan Oesapa mati sejak Senin, gelap sekali. Mohon diperbaiki.'

test.each([
  ['Lampu jalan mati di Oesapa', complaint, 'report'],
  ['Laporan baru', complaint, 'report'],
  ['Re: LAPOR! ada tanggapan', complaint, 'reply'],
  ['Lampu jalan mati lagi', 'Lampu jalan di depan rumah kami mati lagi sejak kemarin malam.', 'reply'],
  ['Lampu jalan', 'Terima kasih banyak, lampu jalan di depan rumah kami sudah menyala.', 'reply'],
])('in answer to the letter of a closed report, %j with %j is a %s', async (subject, text, outcome) => {
  const from = somebody()
  await world.mail({
    from,
    subject: `Jalan rusak ${from}`,
    text: `Jalan rusak parah sejak banjir, kata ${from}. Rahasiakan.`,
  })
  const { id } = await world.report()
  await office.forward(id)
  await office.answer(id, 'Sudah ditambal.')
  const letter = (await world.work()).findLast(({ to }) => to === from) as GotLetter
  await world.mail(replyTo(letter, 'YA'))
  await world.mail({ ...replyTo(letter, text), subject })
  const arrival = await world.arrival()
  expect(arrival.outcome).toBe(outcome)
  expect(arrival.report_id === id).toBe(outcome === 'reply')
  // As hidden as the one whose letter it answers, and without that letter.
  const content = db.owner.selectFrom('casework.content').select('text').where('report_id', '=', arrival.report_id)
  if (outcome === 'reply') return
  expect(await world.report()).toMatchObject({ confidential: true, stage: 'received' })
  expect(await content.executeTakeFirst()).not.toMatchObject({ text: expect.stringContaining(letter.subject) })
})
