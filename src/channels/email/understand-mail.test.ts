import { expect, test } from 'vitest'
import { understandNew, understandReply } from './understand-mail.ts'

const keywords = [{ word: 'KOTKUPANG', agencyId: 'kota-kupang' }]
const said = 'Lurah meminta uang untuk surat pindah.'

test.each<[string, string, object]>([
  ['Lurah meminta uang', said, { title: 'Lurah meminta uang', text: said }],
  ['', said, { text: said }],
  [said, '', { text: said }],
  ['Re: Fwd: Jalan rusak', said, { title: 'Jalan rusak' }],
  ['KOTKUPANG', said, { agencyId: 'kota-kupang', text: said }],
  ['KOTKUPANG lurah', said, { agencyId: 'kota-kupang', title: 'lurah' }],
  ['Lurah', `KOTKUPANG ${said}`, { agencyId: 'kota-kupang', text: said, title: 'Lurah' }],
])('subject %j over %j files %j', (subject, text, expected) => {
  expect(understandNew(subject, text, keywords)).toMatchObject({ kind: 'file', ...expected })
})

test.each([
  ['RAHASIA', said],
  ['rahasia: lurah', said],
  ['RAHASIA KOTKUPANG', said],
  ['KOTKUPANG RAHASIA', said],
  ['Re: RAHASIA lurah', said],
  ['RAHSIA lurah', said],
  ['Lurah', `RAHASIA\n\n${said}`],
  ['Lurah', `KOTKUPANG RAHASIA ${said}`],
  [said, 'RAHASIA'],
  [`RAHASIA ${said}`, ''],
])('a wish to be hidden is heard wherever it stands: %j over %j', (subject, text) => {
  expect(understandNew(subject, text, keywords)).toMatchObject({ kind: 'file', raise: 'confidential' })
})

test('a subject that only wishes to be hidden is no title', () => {
  for (const subject of ['RAHASIA', 'ANONIM', 'RAHASIA KOTKUPANG'])
    expect(understandNew(subject, said, keywords)).not.toHaveProperty('title')
})

test.each([
  ['', 'BANTUAN', 'help'],
  ['CEK', '', 'status'],
  ['', 'STOP', 'stop'],
  ['', 'YA', 'ask'],
  ['KOTKUPANG', '', 'keyword_alone'],
  ['RAHASIA', 'rahasia', 'ask'],
])('subject %j over %j is a command', (subject, text, kind) => {
  expect(understandNew(subject, text, keywords).kind).toBe(kind)
})

const own = { trackingId: 'K7M2QX4PR', open: true, awaits: 'judgement' as const }

test.each([
  ['YA', 'confirm'],
  ['Ya, sudah selesai. Terima kasih banyak.', 'confirm'],
  ['BELUM, baru separuh', 'not_done'],
  ['Masih rusak pak', 'not_done'],
  ['STOP', 'stop'],
  ['CEK', 'status'],
  ['RAHASIA', 'raise'],
  ['Petugasnya datang kemarin tetapi tidak membawa alat, jadi besok kembali.', 'reply'],
  [`${'Saya ingin menambahkan beberapa hal. '.repeat(10)} YA`, 'reply'],
  ['bantuan', 'help'],
])('an answer to our letter that says %j is %s', (text, kind) => {
  expect(understandReply(text, own).kind).toBe(kind)
})

test('an answer to our question is an answer, whatever it looks like', () => {
  const asked = { ...own, awaits: 'details' as const }
  for (const text of ['Sisi timur.', 'KOTKUPANG', 'Jalan rusak di depan pasar Oeba', 'ya betul di situ'])
    expect(understandReply(text, asked)).toMatchObject({ kind: 'reply', text })
})

test.each(['Malam.', 'Ibu saya.', 'Baik, Pak.', 'Nanti sore.'])(
  'below a letter that asks something "%s" is the answer',
  (text) => {
    const held = { trackingId: 'K7M2QX4PR', open: true, awaits: 'details' as const }
    expect(understandReply(text, held)).toMatchObject({ kind: 'reply', text })
  },
)
