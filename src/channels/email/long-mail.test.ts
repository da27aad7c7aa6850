import { afterAll, expect, test } from 'vitest'
import { maxTextLength } from '../../intake/clean-text.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { ownReply } from './own-words.ts'
import { longestRead } from './read/mail.ts'
import { readAside } from './read/read-aside.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'

// A mail of megabytes is taken as any other, and nobody else waits for it.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const { answered } = lampsByMail(db, world)
const mark = '[…surel terlalu panjang, selebihnya hilang…]'

const raw = (text: string, subject = 'Panjang') =>
  Buffer.from(`From: marta@rumah.test\r\nSubject: ${subject}\r\nContent-Type: text/plain\r\n\r\n${text}`)

test('of a mail of megabytes so many letters are read as somebody may have written, the same of its subject', async () => {
  const mail = await readAside(raw('lampu mati '.repeat(1_000_000), 'lampu '.repeat(20_000)))
  expect(mail.text).toHaveLength(longestRead)
  expect(mail.subject.length).toBeLessThanOrEqual(2_000)
})

test('a reply that is too long is told as far as a report may go, and says so', async () => {
  const mail = await readAside(raw('lampu mati '.repeat(1_000_000)))
  const said = ownReply(mail, 'marta@rumah.test')
  expect(said.length).toBeLessThanOrEqual(5 * maxTextLength + mark.length + 1)
  expect(said.endsWith(mark)).toBe(true)
})

test('pages of one letter a line, in answer to our letter, are the reply that they are', async () => {
  const { id, from, letter } = await answered()
  await world.mail({ ...replyTo(letter, `Masih gelap sekali.\n${'a\nb\n'.repeat(30_000)}`), from })
  expect(await lastEvent(db, id)).toMatchObject({ move: 'reply', text: expect.stringContaining('Masih gelap sekali.') })
})
