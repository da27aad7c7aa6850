import { expect, test } from 'vitest'
import { readAside } from './read-aside.ts'

/** Base64 made to be slow: every other letter ends it. */
const slow = [
  'From: marta@rumah.test\r\nSubject: Lama\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nJalan rusak.\r\n--b',
  `Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'@!==A-_Zz9\0'.repeat(100_000)}\r\n--b--`,
].join('\r\n')

test('a mail is read beside our own work, which goes on meanwhile', async () => {
  let turns = 0
  const turning = setInterval(() => turns++, 10)
  const mail = await readAside(Buffer.from(slow))
  clearInterval(turning)
  expect(mail).toMatchObject({ from: 'marta@rumah.test', text: expect.stringContaining('Jalan rusak.') })
  expect(mail.headers.get('from')).toEqual(['marta@rumah.test'])
  expect(mail.pictures).toHaveLength(1)
  expect(turns).toBeGreaterThan(5)
})

test('what takes too long is read as far as its bare words go, and the next one as ever', async () => {
  expect(await readAside(Buffer.from(slow), 5)).toMatchObject({ broken: true, subject: 'Lama', text: 'Jalan rusak.' })
  expect(await readAside(Buffer.from('Subject: Lagi\r\n\r\nJalan'))).toMatchObject({ broken: false, subject: 'Lagi' })
})

test('several at once are read one after the other, each its own', async () => {
  const read = await Promise.all(
    Array.from({ length: 5 }, (_, at) => readAside(Buffer.from(`Subject: S${at}\r\n\r\nIsi ${at}`))),
  )
  expect(read.map(({ subject, text }) => `${subject} ${text.trim()}`)).toEqual(
    [0, 1, 2, 3, 4].map((at) => `S${at} Isi ${at}`),
  )
})
