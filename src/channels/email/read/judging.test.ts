import { expect, test } from 'vitest'
import { compose, type Written } from '../testing/compose.ts'
import { readBounce } from './bounce.ts'
import { isNobody, judgeMachine, maybeMachine } from './judge-machine.ts'
import { readMail } from './read-mail.ts'
import { trustOf } from './trust.ts'

const marta = 'Marta <marta@rumah.test>'
const written = async (more: Partial<Written>) =>
  readMail(
    await compose({ from: marta, to: 'lapor@lapor.test', subject: 'Jalan rusak', text: 'Jalan rusak.', ...more }),
  )
const judged = async (more: Partial<Written>) => judgeMachine(await written(more), (id) => id.includes('lapor.test'))

test.each<[string, Partial<Written>, string]>([
  ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied' } }, 'auto_reply'],
  ['one of an older program', { headers: { 'X-Autoreply': 'yes' } }, 'auto_reply'],
  ['one known by its subject alone', { subject: 'Balasan otomatis: Re: LAPOR!' }, 'auto_reply'],
  ['one in English', { subject: 'Out of Office Re: your report' }, 'auto_reply'],
  ['a letter of ours that went round', { messageId: '<x@lapor.test>' }, 'own'],
  [
    'a mail that goes in circles',
    { headers: Array.from({ length: 60 }, () => ({ key: 'Received', value: 'from a by b' })) },
    'loop',
  ],
])('%s is no report: nobody is answered', async (_what, more, reason) => {
  expect(await judged(more)).toBe(reason)
})

test.each<[string, Partial<Written>, string]>([
  ['a bulk mail', { headers: { Precedence: 'bulk' } }, 'auto_reply'],
  ['a mailing list', { headers: { 'List-Id': '<warga.rumah.test>' } }, 'list'],
  ['a newsletter', { headers: { 'List-Unsubscribe': '<https://toko.test/stop>' } }, 'list'],
  ['a mail that wants no automatic answer', { headers: { 'X-Auto-Response-Suppress': 'All' } }, 'auto_reply'],
])('%s may be a machine, or a person behind one', async (_what, more, reason) => {
  expect(await judged(more)).toBeUndefined()
  expect(maybeMachine(await written(more))).toBe(reason)
})

test('a person who says that they are not away is a person', async () => {
  expect(await judged({ headers: { 'Auto-Submitted': 'no' } })).toBeUndefined()
  expect(await judged({ subject: 'Re: petugas tidak di tempat sejak Senin' })).toBeUndefined()
})

test.each([
  'Automatic reply',
  'Automatic reply: Re: jalan rusak',
  'Jawaban otomatis: LAPOR! 8K2-MN4-PRX: ada tanggapan',
])('a subject that says nothing else is a machine: %s', async (subject) => {
  expect(await judged({ subject })).toBe('auto_reply')
})

test.each([
  'Out of office:',
  'Sedang cuti.',
  'Tidak di tempat',
  'Tidak di kantor',
  'Dibaca',
  'Read',
  'Re: Sedang cuti',
])('a subject that people write as well is looked at: %s', async (subject) => {
  expect(await judged({ subject })).toBeUndefined()
  expect(maybeMachine(await written({ subject }))).toBe('auto_reply')
})

test.each([
  'Tidak di tempat: petugas loket Dukcapil',
  'Sedang cuti terus, dokter puskesmas',
  'Di luar kantor ada pungli parkir',
  'Jawaban otomatis aplikasi Dukcapil salah terus',
  'Jawaban otomatis LAPOR! tidak menolong',
  'Dibaca: tarif parkir di papan lain dari karcis',
])('a complaint that begins like one is kept: %s', async (subject) => {
  expect(await judged({ subject })).toBeUndefined()
})

test('an invitation without a word is none; with words it is a mail', async () => {
  const event = { method: 'REQUEST', content: 'BEGIN:VCALENDAR\nEND:VCALENDAR' }
  expect(await judged({ text: '', icalEvent: event })).toBe('calendar')
  expect(await judged({ icalEvent: event })).toBeUndefined()
})

test('machines by name cannot be answered', () => {
  for (const name of ['no-reply', 'noreply', 'mailer-daemon', 'donotreply', 'noreply+x'])
    expect(isNobody(`${name}@a.test`)).toBe(true)
  for (const name of ['marta', 'nora.reply', 'noor']) expect(isNobody(`${name}@a.test`)).toBe(false)
})

/** As servers write it. */
const returned = (status: string) =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@rumah.test>',
      'To: lapor@lapor.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It did not arrive.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.rumah.test',
      '',
      'Final-Recipient: rfc822; marta@rumah.test',
      status,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <x@lapor.test>',
      '--b--',
      '',
    ].join('\r\n'),
  )

test.each([
  ['Action: failed\r\nStatus: 5.1.1', { kind: 'hard', code: '5.1.1' }],
  ['Action: failed\r\nStatus: 5.2.2', { kind: 'soft', code: '5.2.2' }],
  ['Action: failed\r\nStatus: 4.4.7', { kind: 'soft', code: '4.4.7' }],
  ['Action: failed\r\nStatus: 5.7.1', { kind: 'soft', code: '5.7.1' }],
  ['Action: delayed\r\nStatus: 4.4.1', { kind: 'wait', code: '4.4.1' }],
  ['Action: delivered\r\nStatus: 2.0.0', { kind: 'wait', code: 'delivered' }],
])('a report that says %j', async (status, bounce) => {
  const mail = await readMail(returned(status))
  expect(readBounce(mail)).toEqual(bounce)
  expect(mail.delivery?.original).toContain('x@lapor.test')
})

test.each([
  [
    'Undeliverable: LAPOR!',
    'postmaster@kantor.test',
    'Remote server returned 550 5.1.10 RESOLVER.ADR.RecipientNotFound',
    'hard',
  ],
  ['Pesan tidak terkirim', 'mailer-daemon@kantor.test', 'Kotak surat penuh (552 5.2.2)', 'soft'],
  [
    'Mail delivery failed: returning message to sender',
    'MAILER-DAEMON@kantor.test',
    'SMTP error: 550 unknown user',
    'hard',
  ],
])('a server that says it in words: %s', async (subject, from, text, kind) => {
  expect(readBounce(await written({ subject, from, text }))?.kind).toBe(kind)
})

test('a citizen who complains about mail that was not delivered is no server', async () => {
  expect(
    readBounce(await written({ subject: 'Surat tidak terkirim oleh kantor pos', text: 'kode 550 5.1.1' })),
  ).toBeUndefined()
})

test.each([
  ['mx.lapor.test; dmarc=pass header.from=rumah.test', 'passed'],
  ['mx.lapor.test; dmarc=fail header.from=rumah.test', 'failed'],
  ['mx.lapor.test; dkim=pass header.d=rumah.test', 'passed'],
  ['mx.lapor.test; dkim=pass header.d=penipu.test', 'unknown'],
  ['mx.lapor.test; spf=pass smtp.mailfrom=marta@rumah.test', 'passed'],
  ['mx.lapor.test; spf=pass smtp.mailfrom=x@penipu.test', 'unknown'],
  ['mx.penipu.test; dmarc=pass', 'unknown'],
])('what its server says of a sender, %s, is believed under its own name: %s', async (value, trust) => {
  const mail = await written({ headers: { 'Authentication-Results': value } })
  expect(trustOf(mail, 'mx.lapor.test')).toBe(trust)
  expect(trustOf(mail, null)).toBe('unknown')
})
