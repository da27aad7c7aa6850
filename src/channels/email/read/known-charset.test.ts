import { expect, test } from 'vitest'
import { readMail } from './read-mail.ts'

const said = 'Jalan rusak – “parah” 😭 di Oesapa'
const mail = (type: string, body: Buffer, subject: Buffer = Buffer.from('Jalan')) =>
  Buffer.concat([
    Buffer.from('From: marta@rumah.test\r\nSubject: '),
    subject,
    Buffer.from(
      `\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; ${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
    ),
    body,
  ])

test.each([
  'charset=utf8mb4',
  'charset="utf8mb4"',
  'charset=UTF-8MB3',
  'charset=utf8mb4_general_ci; format=flowed',
  'charset=utf-8',
])('a mail whose program gives the name of a database is read: %s', async (type) => {
  expect((await readMail(mail(type, Buffer.from(said)))).text.trim()).toBe(said)
})

test('the same in base64, and in a subject', async () => {
  const raw = `From: marta@rumah.test\r\nSubject: =?utf8mb4?B?${Buffer.from(said).toString('base64')}?=\r\nContent-Type: text/plain; charset=utf8mb4\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(said).toString('base64')}`
  expect(await readMail(Buffer.from(raw))).toMatchObject({ subject: said, text: said })
})

test.each([
  [Buffer.from('Caf\xe9 \x93Oeba\x94 bising', 'latin1'), 'Café “Oeba” bising'],
  [Buffer.from('Café “Oeba” bising'), 'Café “Oeba” bising'],
])('a subject in 8 bits is read, whichever they are', async (subject, expected) => {
  const read = await readMail(mail('charset=utf-8', Buffer.from(said), subject))
  expect(read).toMatchObject({ subject: expected, from: 'marta@rumah.test' })
  expect(read.text.trim()).toBe(said)
})

test('words that only speak of a charset stay as they are written', async () => {
  const words = 'Situs dinas menulis charset=latin1 di mana-mana, =?halo?b?.'
  expect((await readMail(mail('charset=utf-8', Buffer.from(words)))).text.trim()).toBe(words)
})
