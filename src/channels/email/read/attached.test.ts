import { expect, test } from 'vitest'
import { compose } from '../testing/compose.ts'
import { readMail } from './read-mail.ts'

const from = 'Marta Bire <marta@rumah.test>'
const eml = (more = '') =>
  `From: Andi <andi@rumah.test>\r\nTo: marta@rumah.test\r\nSubject: Pungli di Samsat\r\n${more}Content-Type: text/plain\r\n\r\nPetugas meminta 300 ribu.\r\n`

test.each([
  ['keluhan.txt', 'text/plain', 'Jalan rusak', ['Jalan rusak']],
  ['keluhan.txt', 'application/octet-stream', 'Jalan rusak', ['Jalan rusak']],
  ['catatan.txt', 'text/plain', Buffer.from('\ufeffJalan rusak', 'utf16le'), ['Jalan rusak']],
  ['kafe.txt', 'text/plain', Buffer.from('Kafé ramai', 'latin1'), ['Kafé ramai']],
  ['surat.html', 'text/html', '<p>Jalan <b>rusak</b></p>', ['Jalan rusak']],
  ['data.csv', 'text/csv', 'RT,Rumah\n1,12', ['RT,Rumah\n1,12']],
  ['surat.eml', 'message/rfc822', eml(), ['Pungli di Samsat\n\nSurel dari Andi:\n\nPetugas meminta 300 ribu.']],
])('what an attached %s (%s) says is read', async (filename, contentType, content, attached) => {
  const raw = await compose({
    from,
    to: 'lapor@lapor.test',
    text: 'Terlampir',
    attachments: [{ filename, contentType, content }],
  })
  expect(await readMail(raw)).toMatchObject({ text: 'Terlampir\n', attached, otherFiles: 0 })
})

test.each([
  ['pak rt.vcf', 'text/vcard', 'BEGIN:VCARD'],
  ['kosong.txt', 'text/plain', ' '],
  ['isi.txt', 'text/plain', Buffer.from([1, 0, 2, 0, 9, 0, 0])],
  ['surat.pdf', 'application/pdf', '%PDF'],
  ['apa.html', 'text/html', '<img src="x">'],
])('an attached %s (%s) that nobody here can read counts as a file', async (filename, contentType, content) => {
  const raw = await compose({ from, to: 'lapor@lapor.test', attachments: [{ filename, contentType, content }] })
  expect(await readMail(raw)).toMatchObject({ attached: [], otherFiles: 1 })
})

test('mails in mails, and in those, are opened as far as mails go', async () => {
  let raw = await compose({ from, subject: 'Terdalam', text: 'Jalan rusak' })
  for (let deep = 0; deep < 8; deep += 1)
    raw = await compose({
      from,
      subject: `${deep}`,
      attachments: [{ filename: 'a.eml', contentType: 'message/rfc822', content: raw }],
    })
  const { attached, otherFiles } = await readMail(raw)
  expect(attached.length + otherFiles).toBeGreaterThan(0)
})

const head = 'From: marta@rumah.test\r\nTo: lapor@lapor.test\r\nSubject: Got\r\nMIME-Version: 1.0\r\n'
test.each([
  ['without a head', 'Jalan rusak di Oeba\r\nMohon diperbaiki\r\n', 'Jalan rusak di Oeba\nMohon diperbaiki'],
  [
    'with a wrong boundary',
    `${head}Content-Type: multipart/mixed; boundary=y\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nGot mampet\r\n--x--\r\n`,
    'Got mampet',
  ],
])('a mail %s is read as far as its bare words go, and somebody looks', async (_, raw, text) => {
  expect(await readMail(Buffer.from(raw))).toMatchObject({ text, broken: true })
})

test('a mail without any word is empty, and not broken', async () => {
  expect(await readMail(Buffer.from(`${head}\r\n`))).toMatchObject({ text: '', broken: false })
})
