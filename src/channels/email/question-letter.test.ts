import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)

async function asked(from: string, subject: string) {
  await world.mail({ from, subject, text: `Petugas loket ${subject} meminta uang untuk KTP.` })
  const { id } = await world.report()
  await office.ask(id, 'Loket nomor berapa?')
  return { id, letter: (await world.work()).findLast(({ to }) => to === from) as GotLetter }
}

test('whoever filed by mail is told to answer the letter, and reads by CEK what was asked', async () => {
  const { id, letter } = await asked('marta@rumah.test', 'Oebobo')
  expect(letter.text).toContain('Balas surel ini dengan CEK untuk membaca pertanyaannya')
  expect(letter.text).not.toMatch(/dari halaman laporan|Loket nomor berapa/)
  const [said] = await world.mail({ ...replyTo(letter, 'CEK'), text: 'CEK' })
  expect(said?.text).toContain('Loket nomor berapa?')
  await world.mail({ ...replyTo(letter, ''), text: 'Loket nomor 3.' })
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'complete', text: 'Loket nomor 3.' })
})

test('of a hidden report neither the letter nor what CEK brings holds the question', async () => {
  const { letter } = await asked('rina@rumah.test', 'RAHASIA Liliba')
  expect(letter.text).toContain('Balas surel ini dengan CEK untuk membaca pertanyaannya')
  const [said] = await world.mail({ ...replyTo(letter, 'CEK'), text: 'CEK' })
  expect(said?.text).toContain('hanya ada di halaman berikut')
  expect(`${letter.text}${said?.text}`).not.toContain('Loket nomor berapa')
})
