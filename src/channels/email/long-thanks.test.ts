import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// Whoever writes a letter of thanks, however long or worded, refuses no answer by it and opens nothing again.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const { answered, later } = lampsByMail(db, world)
const stageOf = async (id: string) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

const praise = [
  'Terima kasih banyak kepada Dinas PUPR, lampu jalan di depan rumah kami sudah menyala kembali sejak tadi malam',
  'Puji Tuhan, lampu sudah menyala. Tuhan memberkati bapak ibu semua',
  'Warga sangat senang, semoga pelayanan seperti ini dipertahankan',
  'YA. Terima kasih kepada LAPOR dan Dinas PUPR. Jalan di depan rumah kami sekarang sudah mulus dan anak-anak bisa berangkat ke sekolah dengan aman. Tuhan memberkati Bapak dan Ibu semua.',
  'Selamat siang Bapak/Ibu. Kami mengucapkan terima kasih yang sebesar-besarnya atas respon yang cepat dari Dinas PUPR Kota Kupang. Lampu sudah menyala kembali. Semoga Bapak/Ibu selalu diberi kesehatan.',
]

test.each(praise)('%j to an answer sends nothing back: whether it is settled is asked', async (words) => {
  const { id, from, letter } = await answered()
  const [asked] = await world.mail({ ...replyTo(letter, words), from })
  expect(asked?.text).toContain('Apakah laporan')
  expect(await stageOf(id)).toBe('answered')
  later()
  await world.mail({ ...replyTo(asked as GotLetter, 'YA'), from })
  expect(await stageOf(id), 'and YA closes it').toBe('closed')
})

test.each(praise)('%j for what is settled is a note, and opens nothing', async (words) => {
  const { id, from, letter } = await answered()
  await world.mail({ ...replyTo(letter, 'YA'), from })
  later()
  await world.mail({ ...replyTo(letter, words), from })
  expect(await stageOf(id)).toBe('closed')
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
})

const but = [
  'Terima kasih, tapi lampu di gang sebelah masih mati',
  'Terima kasih banyak kepada Dinas PUPR, lampu jalan di depan rumah kami sudah menyala kembali sejak tadi malam. Warga sangat senang. Tetapi lampu di gang sebelah masih mati sampai hari ini.',
]

test.each(but)('%j praises and complains: it opens what was settled', async (words) => {
  const { id, from, letter } = await answered()
  await world.mail({ ...replyTo(letter, 'YA'), from })
  later()
  await world.mail({ ...replyTo(letter, words), from })
  expect(await stageOf(id)).toBe('in_progress')
})

test('a long one that praises and complains refuses the answer', async () => {
  const { id, from, letter } = await answered()
  await world.mail({ ...replyTo(letter, but[1] as string), from })
  expect(await stageOf(id)).toBe('in_progress')
})

test('a long and formal question after one’s report by its number is no new report: its letter is to be answered', async () => {
  const { id, from, trackingId } = await answered()
  const words = `Yth. Bapak/Ibu,\nDengan hormat, saya ingin menanyakan perkembangan laporan saya nomor ${trackingId} tentang lampu jalan yang mati. Terima kasih atas perhatian dan kerja sama Bapak dan Ibu sekalian.`
  const heard = await world.mail({ from, subject: 'Permohonan informasi', text: words })
  expect((await world.report()).id).toBe(id)
  expect(heard).toHaveLength(1)
})
