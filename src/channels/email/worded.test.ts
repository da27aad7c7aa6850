import { afterAll, expect, test } from 'vitest'
import { hireOfficers } from '../../notifications/testing/post-office.ts'
import type { WordingName } from '../../notifications/wording/delivered.ts'
import { writeWording } from '../../notifications/wording/wordings.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
await hireOfficers(db)
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)

const write = (name: WordingName, subject: string, words: string) =>
  as(db.web, dedi, (tx) =>
    writeWording(tx, {
      door: 'email',
      name,
      wording: { subject, words },
      seen: 0,
      by: dedi.accountId ?? '',
      at: world.clock.now,
    }),
  )

test('whoever wrote a mail is answered in the words that the desk wrote, not in those of its letter of the same name', async () => {
  await write('noted', 'catatan', 'Ini surat untuk instansi.')
  await write('mail_noted', 'sudah kami baca', 'Pesan Anda sudah masuk.')
  await write('mail_status', 'kabar', 'Kini {status}[, sampai {tenggat}].')
  await write('mail_status_said', 'kabar', 'Kini {status}[, sampai {tenggat}]. Kantor berkata:\n\n“{ucapan}”')
  const [receipt] = (await world.mail({
    from: 'Marta Bire <marta@rumah.test>',
    subject: 'KOTKUPANG Jalan rusak di depan pasar Oeba',
    text: 'Sejak banjir jalan di depan pasar Oeba rusak, motor sering jatuh.',
  })) as [GotLetter]
  const { id } = await world.report()
  const answerTo = async (text: string) => (await world.mail(replyTo(receipt, text)))[0]
  const status = await answerTo('CEK')
  expect(status?.subject).toMatch(/^LAPOR! .*: kabar$/)
  expect(status?.text).toMatch(/\n\nKini \S.*, sampai \S+ \d+ \S+ 2026\.\n\n--\n/)
  const noted = await answerTo('Tepatnya di sisi timur, di depan toko Abadi.')
  expect(noted?.subject).toMatch(/: sudah kami baca$/)
  expect(noted?.text).toContain('Pesan Anda sudah masuk.')
  await office.ask(id, 'Pasar Oeba sisi mana?')
  await world.work()
  expect((await answerTo('CEK'))?.text).toContain(' Kantor berkata:\n\n“Pasar Oeba sisi mana?”\n\n')
})

test('whoever filed by mail goes on hearing how to answer by mail when the letter to others is written anew, until the desk writes theirs', async () => {
  const answeredTo = async (from: string) => {
    await world.mail({
      from,
      subject: `KOTKUPANG Lampu ${from}`,
      text: `Lampu jalan mati sejak Senin di depan rumah ${from}.`,
    })
    const { id } = await world.report()
    await office.forward(id)
    await office.answer(id, 'Lampu sudah kami ganti.')
    return (await world.work()).findLast(({ to }) => to === from)
  }
  await write('answered', 'ada jawaban', 'Bukalah halaman laporan dan pilih Ya atau Belum[ sampai {tenggat}].')
  const delivered = await answeredTo('rina@rumah.test')
  expect(delivered?.text).toContain('Balas surel ini dengan CEK untuk membacanya, lalu balas YA')
  expect(delivered?.text).not.toContain('halaman laporan dan pilih')
  await write('answered_by_mail', 'kantor menjawab', 'Balaslah dengan CEK, lalu YA atau BELUM[ sampai {tenggat}].')
  const written = await answeredTo('yosef@rumah.test')
  expect(written?.subject).toMatch(/: kantor menjawab$/)
  expect(written?.text).toMatch(/\n\nBalaslah dengan CEK, lalu YA atau BELUM sampai \S+ \d+ \S+ 2026\.\n\n/)
})
