import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { openWords } from '../../report/keeper.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { testKeeper } from '../../testing/test-deps.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
const from = 'Marta Bire <marta@rumah.test>'
const file = (filename: string, contentType: string, content: string | Buffer) => [{ filename, contentType, content }]
const eml =
  'From: Andi <andi@rumah.test>\r\nTo: marta@rumah.test\r\nSubject: Pungli di Samsat\r\nContent-Type: text/plain\r\n\r\nPetugas meminta 300 ribu tanpa kuitansi.\r\n'
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function filed() {
  const { id, ...report } = await world.report()
  const row = await db.owner
    .selectFrom('casework.content')
    .selectAll()
    .where('report_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, ...report, ...openWords(testKeeper, id, row, ['title', 'text']) }
}

/** A question about a report, by its letter. */
async function asked(subject: string) {
  await world.mail({ from, subject, text: `${subject} di Oebufu sejak banjir.` })
  const { id } = await world.report()
  await office.ask(id, 'Di sebelah mana tepatnya?')
  const letter = (await world.work()).findLast(({ to }) => to === 'marta@rumah.test') as GotLetter
  return { id, answer: (more: object) => world.mail({ ...replyTo(letter, ''), text: '', ...more }) }
}

test.each([
  [
    'Jalan di Noelbaki rusak parah.',
    file('keluhan.txt', 'text/plain', 'Jalan di Noelbaki rusak parah.\n\nWassalam\nMarta Bire'),
  ],
  ['Air di Penfui keruh.', file('surat.html', 'text/html', '<p>Air di Penfui keruh.</p>')],
  ['Petugas meminta 300 ribu tanpa kuitansi.', file('Pungli.eml', 'message/rfc822', eml)],
])('what stands in an attached file alone is a report: %s', async (words, attachments) => {
  await world.mail({ from, subject: '', text: '', attachments })
  expect(await world.arrival()).toMatchObject({ outcome: 'report' })
  const { text, title } = await filed()
  expect(text).toContain(words)
  expect(text).not.toContain('Marta')
  expect(title).toMatch(/^(?:Jalan di Noelbaki|Air di Penfui|Pungli di Samsat)/)
})

test('beside words it stands below them; what nobody here can open is told of', async () => {
  const attachments = [
    ...file('rincian.txt', 'text/plain', 'Rumah nomor 12 sampai 20'),
    ...file('rt.vcf', 'text/vcard', 'BEGIN:VCARD'),
  ]
  const letters = await world.mail({
    from,
    subject: 'Banjir Naibonat',
    text: 'Banjir sejak Senin, rincian terlampir.',
    attachments,
  })
  expect((await filed()).text).toBe('Banjir sejak Senin, rincian terlampir.\n\nIsi lampiran:\nRumah nomor 12 sampai 20')
  expect(letters.map(({ text }) => text).join()).toMatch(/tidak dapat/)
})

test.each([
  ['Jalan satu', file('jawaban.txt', 'text/plain', 'Di depan pasar Oeba'), 'Di depan pasar Oeba'],
  ['Jalan dua', file('surat.eml', 'message/rfc822', eml), 'Petugas meminta 300 ribu tanpa kuitansi.'],
])('an attached file answers our question: %s', async (subject, attachments, words) => {
  const { id, answer } = await asked(subject)
  await answer({ attachments })
  expect(await world.arrival()).toMatchObject({ outcome: 'reply', report_id: id })
  expect((await lastEvent(db, id)).text).toContain(words)
})

test.each([
  ['Jalan tiga', 'rt.vcf', 'text/vcard', 'BEGIN:VCARD', {}],
  ['Jalan empat', 'logo.png', 'image/png', logo, { contentDisposition: 'inline', cid: 'a' }],
] as const)(
  'no mail with something attached is settled as empty: %s',
  async (subject, filename, contentType, content, more) => {
    const { answer } = await asked(subject)
    await answer({ attachments: [{ filename, contentType, content, ...more }] })
    expect((await world.arrival()).reason).not.toBe('empty')
    await world.mail({ from, subject: '', text: '', attachments: [{ filename, contentType, content, ...more }] })
    expect((await world.arrival()).reason).not.toBe('empty')
    await world.mail({
      from: 'noreply@rumah.test',
      subject: '',
      text: '',
      attachments: [{ filename, contentType, content, ...more }],
    })
    expect((await world.arrival()).reason).not.toBe('empty')
  },
)

test.each([
  ['octets without a head', 'Jalan rusak di Oeba\r\nMohon diperbaiki\r\n', 'Jalan rusak di Oeba'],
  [
    'a wrong boundary under a short subject',
    'From: b1@rumah.test\r\nTo: lapor@lapor.test\r\nSubject: Got\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nGot mampet di Jl Mawar\r\n--x--\r\n',
    'Got mampet di Jl Mawar',
  ],
  [
    'a page nested without end',
    `From: b2@rumah.test\r\nTo: lapor@lapor.test\r\nSubject: html\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(5_000)}Sampah di Lasiana bau`,
    'Sampah di Lasiana bau',
  ],
])('a human reads %s', async (_, raw, words) => {
  expect(await world.hook(raw)).toBe(200)
  await world.work()
  expect((await world.arrival()).outcome).toMatch(/^(?:report|quarantined)$/)
  expect((await filed()).text).toContain(words)
})
