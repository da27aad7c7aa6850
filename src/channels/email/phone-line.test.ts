import { afterAll, expect, test } from 'vitest'
import { wordsIn } from '../../ui/words/index.ts'
import { aPhoto } from '../../intake/testing/photos.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// What a telephone writes below every mail is nobody's word.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
const t = wordsIn('id')
let people = 0
const photo = {
  filename: 'image0.jpeg',
  contentType: 'image/jpeg',
  content: Buffer.from(await (await aPhoto()).arrayBuffer()),
}

/** A report that is asked about, or answered; the letter that says so. */
async function told(isAnswered: boolean) {
  const from = `warga${++people}@rumah.test`
  await world.mail({ from, subject: `Jalan ${people}`, text: `Jalan nomor ${people} di Oebufu rusak sejak banjir.` })
  const { id } = await world.report()
  if (isAnswered) {
    await office.forward(id)
    await office.answer(id, 'Sudah ditambal.')
  } else await office.ask(id, 'Sebelah mana?')
  const letter = (await world.work()).findLast(({ to }) => to === from) as GotLetter
  return { id, letter, from }
}

const lines = [
  'Dikirim dari iPhone saya',
  'Sent from my Galaxy',
  'Dikirim dari Yahoo Mail di Android',
  'Dapatkan Outlook untuk Android',
  'Sent with Proton Mail secure email.',
  '发自我的小米手机',
]

test.each(lines)(
  '"%s" alone answers no question and moves no answered report; its sender hears what to write',
  async (line) => {
    for (const isAnswered of [false, true]) {
      const { id, letter } = await told(isAnswered)
      const before = await eventsOf(db, id)
      const letters = await world.mail({ ...replyTo(letter, ''), text: `\n\n${line}\n` })
      expect(await world.arrival()).toMatchObject({ outcome: 'refused', reason: 'empty', report_id: id })
      expect(await eventsOf(db, id)).toEqual(before)
      expect(letters).toHaveLength(1)
    }
  },
)

test('a photo above the telephone’s line is the answer to our question, in our words for it', async () => {
  const { id, letter } = await told(false)
  await world.mail({ ...replyTo(letter, ''), text: '\n\nDikirim dari iPhone saya', attachments: [photo] })
  expect(await world.report()).toMatchObject({ id, stage: 'received' })
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'complete', text: t.mail_in_only_photos })
})

test('a film above it moves nothing: a human looks', async () => {
  const { id, letter } = await told(true)
  const film = { filename: 'jalan.mp4', contentType: 'video/mp4', content: Buffer.from('film') }
  await world.mail({ ...replyTo(letter, ''), text: 'Dikirim dari iPhone saya', attachments: [film] })
  expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'only_files', report_id: id })
  expect(await world.report()).toMatchObject({ id, stage: 'answered' })
})

test('a complaint that is a photo, or a subject, is not called by the telephone’s line', async () => {
  const text = 'Dikirim dari iPhone saya'
  await world.mail({ from: 'foto@rumah.test', text, attachments: [photo] })
  expect((await filedReports(db)).at(-1)).toMatchObject({ text: t.mail_in_only_photos })
  await world.mail({ from: 'subjek@rumah.test', subject: 'Lampu merah mati di simpang Oebobo', text })
  expect((await filedReports(db)).at(-1)).toMatchObject({ text: 'Lampu merah mati di simpang Oebobo' })
  const before = (await filedReports(db)).length
  await world.mail({ from: 'kosong@rumah.test', text })
  expect(await filedReports(db)).toHaveLength(before)
})

test('words above it are read, and so is whoever says that their telephone fails', async () => {
  const { id, letter } = await told(false)
  await world.mail({ ...replyTo(letter, ''), text: 'Kirim foto dari HP saya tidak bisa' })
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({
    move: 'complete',
    text: 'Kirim foto dari HP saya tidak bisa',
  })
})
