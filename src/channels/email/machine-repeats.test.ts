import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// A program that answers every letter, and does not say that it is one, is heard once.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
let people = 0

async function answered() {
  const from = `kantor${++people}@pt.test`
  await world.mail({ from, subject: `Jalan ${people}`, text: `Jalan nomor ${people} di Oebufu rusak sejak banjir.` })
  const { id } = await world.report()
  await office.forward(id)
  later(60)
  await office.answer(id, 'Sudah ditambal.')
  return { id, from, letter: (await world.work()).findLast(({ to }) => to === from) as GotLetter }
}

function later(minutes: number) {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

test.each([
  'Saya sedang cuti sampai 20 Januari 2026. Untuk hal mendesak hubungi 0812-1111-2222.',
  'Tiket #12345 telah dibuat. Tim kami akan menghubungi Anda.',
  'Terima kasih telah menghubungi kami. Pesan Anda sudah kami terima dan akan segera kami balas.',
])('the same words in answer to each of our letters are told once, and we answer once: %s', async (text) => {
  const { id, letter: first } = await answered()
  let letter: GotLetter | undefined = first
  let rounds = 0
  for (; letter && rounds < 6; rounds += 1) {
    later(1)
    letter = (await world.mail({ ...replyTo(letter, ''), text })).at(-1)
  }
  expect(rounds).toBe(2)
  expect(await world.arrival()).toMatchObject({ outcome: 'reply', reason: 'again', report_id: id })
  expect((await eventsOf(db, id)).filter((event) => event.text === text).length).toBeLessThanOrEqual(1)
})

test('after another answer the same words are another reply, and so are the same words a day later', async () => {
  const { id, from, letter } = await answered()
  await world.mail({ ...replyTo(letter, ''), text: 'Belum, masih berlubang.' })
  later(60)
  await office.answer(id, 'Sudah ditambal lagi.')
  const next = (await world.work()).findLast(({ to }) => to === from) as GotLetter
  later(60)
  await world.mail({ ...replyTo(next, ''), text: 'Belum, masih berlubang.' })
  expect((await eventsOf(db, id)).filter(({ move }) => move === 'reply')).toHaveLength(2)
  later(13 * 60)
  await world.mail({ ...replyTo(next, ''), text: 'Belum, masih berlubang.' })
  expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'note', text: 'Belum, masih berlubang.' })
})

test('the same words about another report, and other words about this one, are heard', async () => {
  const [one, other] = [await answered(), await answered()]
  for (const { id, letter } of [one, other]) {
    await world.mail({ ...replyTo(letter, ''), text: 'Belum, masih berlubang.' })
    expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'reply' })
  }
  await world.mail({ ...replyTo(one.letter, ''), text: 'Belum, masih berlubang di tiang 12.' })
  expect((await eventsOf(db, one.id)).at(-1)).toMatchObject({ move: 'note' })
})
