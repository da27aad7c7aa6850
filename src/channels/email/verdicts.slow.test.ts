import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyFromOutlook, replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())
const { office, later, answered } = lampsByMail(db, world)

const became = (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'manner']).where('id', '=', id).executeTakeFirstOrThrow()

test.each([
  'Ya pak\nTerima kasih\ntapi lampunya masih mati di 3 tiang',
  'Ya\nSalam\nlampunya belum nyala semua',
  'Sudah\nterima kasih\nsisa 2 tiang belum',
  'ya\n--\nlampu belum nyala',
  'Ya\nTerima kasih\nMarta Bire\nlampunya masih mati',
])('whoever agrees, and then says below their thanks what is not done, has closed nothing: %j', async (text) => {
  const { id, letter } = await answered()
  await world.mail({ ...replyTo(letter, ''), text })
  expect((await became(id)).stage).not.toBe('closed')
})

test.each([
  'Sudah selesai pak.\nTerima kasih\nMarta',
  'YA\n\nHormat saya,\n\nMarta Bire, S.Pd\nWarga RT 03 RW 05 Kelurahan Oesapa\nHP 0812-3456-7890',
  'Ya\n-- \nMarta Bire\nPT Maju Jaya\n\nThis e-mail is confidential. If you are not the intended recipient, delete it.',
])('whoever agrees and signs has closed it: %j', async (text) => {
  const { id, letter } = await answered()
  await world.mail({ ...replyTo(letter, ''), text })
  expect(await became(id)).toEqual({ stage: 'closed', manner: 'confirmed' })
})

test('whoever answers from Outlook is heard as from anywhere: YA closes, STOP ends the news, RAHASIA hides', async () => {
  const { id, letter } = await answered()
  await world.mail(replyFromOutlook(letter, 'STOP'))
  expect(await world.arrival()).toMatchObject({ outcome: 'command' })
  await world.mail(replyFromOutlook(letter, 'RAHASIA'))
  expect(await world.report()).toMatchObject({ confidential: true, stage: 'answered' })
  await world.mail(replyFromOutlook(letter, 'YA'))
  expect(await became(id)).toEqual({ stage: 'closed', manner: 'confirmed' })
})

test('whoever quotes our letter under a short date is heard', async () => {
  const { id, letter } = await answered()
  const quoted = letter.text.replace(/^/gm, '> ')
  await world.mail({ ...replyTo(letter, ''), text: `YA\n\nOn 14/01/26 09.00, LAPOR! wrote:\n${quoted}` })
  expect(await became(id)).toEqual({ stage: 'closed', manner: 'confirmed' })
})

const day = 24 * 3_600_000
const told = (id: string) =>
  db.owner.selectFrom('casework.event').select('text').where('report_id', '=', id).where('move', '=', 'reply').execute()

test('BELUM alone is asked why, and after a day without a reason its office hears that it is not done', async () => {
  const { id, letter } = await answered()
  const [asks] = await world.mail({ ...replyTo(letter, ''), text: 'Belum pak,\nTerima kasih\nMarta' })
  expect(asks?.text).toContain('Apa yang belum selesai?')
  expect(await became(id)).toMatchObject({ stage: 'answered' })
  later(day)
  const [noted] = await world.sweep()
  expect(noted?.text).toContain('Pesan Anda kami terima')
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
  expect(await told(id)).toEqual([{ text: 'Belum selesai (tanpa alasan).' }])
})

test.each([
  ['BELUM, baru separuh', 'in_progress', [{ text: 'BELUM, baru separuh' }]],
  ['Masih dua tiang yang gelap di ujung gang', 'in_progress', [{ text: 'Masih dua tiang yang gelap di ujung gang' }]],
  ['YA', 'closed', []],
])('BELUM alone, and within the day %j: that counts, once', async (text, stage, replies) => {
  const { id, letter } = await answered()
  const [asks] = await world.mail(replyTo(letter, 'BELUM'))
  await world.mail(replyTo(asks as GotLetter, text))
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage })
  expect(await told(id)).toEqual(replies)
})

test('RAHASIA after BELUM alone hides, and the office hears all the same that it is not done', async () => {
  const { id, letter } = await answered()
  await world.mail(replyTo(letter, 'BELUM'))
  await world.mail(replyTo(letter, 'RAHASIA'))
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
})

test('BELUM alone that was explained says nothing about what the office answers after that', async () => {
  const { id, letter } = await answered()
  await world.mail(replyTo(letter, 'BELUM'))
  await world.mail(replyTo(letter, 'BELUM, baru separuh'))
  later()
  await office.answer(id, 'Sekarang semua sudah diganti.')
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage: 'answered' })
})

test('the same mail again, while we wait for their word, says that it is as it was: where its server vouches for them at once', async () => {
  const { id, mail } = await answered()
  const vouched = { 'Authentication-Results': 'mx.lapor.test; dmarc=pass header.from=rumah.test' }
  await world.mail({ ...mail, date: world.clock.now, headers: vouched })
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
  expect(await told(id)).toEqual([{ text: mail.text }])
})

test('under a bare name the same mail again moves nothing until the letter that it gets is answered', async () => {
  const { id, mail } = await answered()
  const [asks] = await world.mail({ ...mail, date: world.clock.now })
  expect(asks?.text).toContain('Siapa pun dapat menulis nama pengirim')
  expect(await became(id)).toMatchObject({ stage: 'answered' })
  await world.mail(replyTo(asks as GotLetter, mail.text))
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
})
