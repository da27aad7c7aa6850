import { expect, test } from 'vitest'
import { wordsIn } from '../../../ui/words/index.ts'
import { ownComplaint, ownReply } from '../own-words.ts'
import type { Mail } from './mail.ts'
import { withoutOwnLetter } from './cut-own-letter.ts'
import { withoutQuotes } from './cut-reply.ts'

const t = wordsIn('id')
const token = 'k7m2qxab'.repeat(6).slice(0, 42)
const letter = [
  'Laporan XQT-RX2-72F',
  'Lampu di Oeba',
  '',
  'Petugas perlu keterangan Anda agar laporan dapat dilanjutkan.',
  '',
  'Buka laporan Anda:',
  'http://lapor.test/lacak?id=XQTRX272F',
  '',
  '--',
  t.mail_footer,
  `${t.mail_footer_stop}: http://lapor.test/berhenti/${token}`,
].join('\n')
const said = 'Di depan toko Abadi.'
const mail = (text: string): Mail => ({
  subject: 'Re: x',
  text,
  refs: [],
  to: [],
  headers: new Map(),
  pictures: [],
  attached: [],
  otherFiles: 0,
  decorations: 0,
  encrypted: false,
  calendar: false,
  broken: false,
})

test.each([
  '---- On Wed, 14 Jan 2026 09:00:00 +0700 LAPOR! <lapor@lapor.test> wrote ---',
  '---- Pada Rab, 14 Jan 2026 09.00.00 +0700 LAPOR! <lapor@lapor.test> menulis ----',
  '------------------ Original ------------------\nFrom: "LAPOR!" <lapor@lapor.test>;\nDate: Wed, Jan 14, 2026\nSubject: x',
  '---Original---',
  '----- Reply message -----',
  '-------- Mesej asal --------\nDaripada: LAPOR! <lapor@lapor.test>',
])('what is written over the quoted letter is known: %j', (over) => {
  expect(withoutQuotes(`${said}\n\n${over}\n\n${letter}`)).toBe(said)
})

test.each([
  '',
  '=== jawaban atas surat LAPOR! ===',
  'LAPOR! <lapor@lapor.test> megírta, 2026. jan. 14.:',
  'Zo: LAPOR! <lapor@lapor.test>\nNgay: 14/01/2026 09:00:',
  '| |',
])('our letter is cut, whatever program quotes it and says over it %j', (over) => {
  expect(ownReply(mail(`${said}\n\n${over}\n${letter}`), '')).toBe(said)
  expect(ownReply(mail(`${over}\n${letter.replace(/^/gm, '| ')}\n\n${said}`), '')).toBe(said)
})

test('where nothing but our letter is left, nothing was said', () => {
  expect(ownReply(mail(`LAPOR! hat geschrieben:\n${letter}`), '')).toBe('')
})

test('no link and no address that acts on a report is left in a complaint that passes our letter on', () => {
  const passed = ownComplaint(
    mail(`Surat ini tidak dijawab.\n${letter}\nlapor+${token}@lapor.test, lapor.test/b/k7m2qxabk7m2qxab`),
  )
  expect(passed).toContain('Surat ini tidak dijawab.')
  expect(passed).toContain('Laporan XQT-RX2-72F')
  expect(passed).not.toMatch(/k7m2qxab/i)
})

test.each([
  'Laporan XQT-RX2-72F\nLampunya di depan gereja.',
  'Saya klik tulisan Buka laporan Anda: tetapi halamannya kosong.',
  'Katanya "Balaslah surel ini untuk menjawab", ini jawaban saya: tiang nomor 12.',
  'Petanya https://peta.test/b/oesapa dan https://peta.test/berhenti/di-sini',
])('what only speaks of our letters stays whole: %s', (text) => {
  expect(withoutOwnLetter(text)).toBe(text)
})

test.each([
  'Dari: simpang Oesapa\nTanggal: 3 Maret\nPerihal: lampu',
  'Dari: simpang Oeba\nKe: pasar Inpres\nTanggal: 5 Januari\nPerihal: macet',
])('what somebody heads by hand is no letter: %j', (text) => {
  expect(withoutQuotes(text)).toBe(text)
})
