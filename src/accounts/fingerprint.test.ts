import { expect, test } from 'vitest'
import { type Fingerprints, fingerprintsOf, printsOfText } from './fingerprint.ts'
import { skeleton } from './skeleton.ts'

const secret = Buffer.alloc(32, 7)
const budi = { name: 'Budi Santoso', phone: '0812-3456-7890', email: 'bsantoso@contoh.id' }
const ordinary = new Set(['bunga', 'hujan', 'jalan'].map(skeleton))
const saysNobody = {
  isOrdinary: (word: string) => ordinary.has(word),
  isEveryday: () => false,
  withoutPlaces: (text: string) => text,
}

function tells(person: Fingerprints, text: string): boolean {
  const said = printsOfText(secret, person.salt, text, saysNobody)
  const oneOf = (known: string[], prints: string[]) => known.some((print) => prints.includes(print))
  const all = person.pieces.length > 0 && person.pieces.every((piece) => said.pieces.includes(piece))
  return oneOf(person.names, said.names) || oneOf(person.contacts, said.contacts) || all
}

test.each([
  'Terima kasih, Pak Budi.',
  'laporan dari BUDI SANTOSO',
  'bud1 s4nt0s0 sudah kami temui',
  'Boedi Santosa tidak, tetapi Boedi ya',
  'Bp. Buddi',
  'sdr. Bu di San to so',
  'B u d i   S a n t o s o',
  'b.u.d.i.s.a.n.t.o.s.o',
  'S a n t o s o saja',
  'warga bernama B.u.d.i.',
  'nol delapan satu dua, tiga empat lima enam, tujuh delapan sembilan nol',
  'Вudi (huruf Kiril)',
  'budisantoso',
  'hubungi 081234567890',
  'hubungi +62 812 3456 7890',
  'hubungi 62.812.3456.7890',
  'hubungi O8l2 3456 789O',
  'surel bsantoso@contoh.id',
  'surel bsantoso (at) contoh (dot) id',
  'akun bsantoso',
])('"%s" tells Budi Santoso', (text) => {
  expect(tells(fingerprintsOf(secret, budi), text)).toBe(true)
})

test.each([
  ['Djoko Soerjadi', 'Joko'],
  ['Joko Suryadi', 'Djoko'],
  ['Achmad Tjahjono', 'Ahmad'],
  ['Akhmad Cahyono', 'Tjahjono'],
  ['Muhammad Yusuf', 'Moh. Joesoef'],
  ['dr. Stevany Lay, S.Ked', 'stefani'],
])('%s is told by "%s"', (name, text) => {
  expect(tells(fingerprintsOf(secret, { name }), text)).toBe(true)
})

const klobor = { name: 'Marsetyo Klobor', phone: '0812-3456-7890', email: 'mklobor@contoh.id' }

test.each([
  'K10b0r sudah kami temui',
  'K|obor sudah kami temui',
  'K!obor sudah kami temui',
  'Marsetyonya sudah kami temui',
  'Klobornyalah yang kami temui',
  'Klobor-nya sudah kami temui',
  'bapakmarsetyo sudah kami temui',
  'pakMarsetyo sudah kami temui',
  'sdrklobor sudah kami temui',
  'marsetyoklobor sudah kami temui',
  'klobormarsetyo sudah kami temui',
  'K1o8ormarsetyo sudah kami temui',
  'Ⓜⓐⓡⓢⓔⓣⓨⓞ sudah kami temui',
  'Ｋｌｏｂｏｒ sudah kami temui',
  'ᴍᴀʀsᴇᴛʏᴏ sudah kami temui',
  'M@rs€tyo sudah kami temui',
  'Märśėţÿø sudah kami temui',
  'Mars3t1o sudah kami temui',
  'marsetyo2024 sudah kami temui',
  'm|a|r|s|e|t|y|o sudah kami temui',
  'm,a,r,s,e,t,y,o sudah kami temui',
  'marse|tyo sudah kami temui',
  'marse+yo sudah kami temui',
  'kl()bor sudah kami temui',
  '|<lobor sudah kami temui',
  'ma₹setyo sudah kami temui',
  'marcetyo sudah kami temui',
  '🅼🅰🆁🆂🅴🆃🆈🅾 sudah kami temui',
  'hubungi 08I2 34S6 789O ya',
  'hubungi 0B12 3456 78go atau O8l2-3A56; yang benar 08l2.34S6.789o',
  'hubungi ०८१२३४५६७८९०',
  'hubungi ٠٨١٢٣٤٥٦٧٨٩٠',
  'hubungi 𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎',
])('"%s" tells Marsetyo Klobor', (text) => {
  expect(tells(fingerprintsOf(secret, klobor), text)).toBe(true)
})

test.each([
  ['Wilhelmus Talan', 'wi1he1mu5'],
  ['Wilhelmus Talan', 'Ta1an'],
  ['Wilhelmus Talan', 'ta|annya'],
  ['Melkior Neolaka', 'M31k10r'],
  ['Melkior Neolaka', 'Ne01aka'],
  ['Zakarias Obe', '2akar1as'],
  ['Ani Lay', 'Aninya'],
])('%s is told by "%s", whichever letter a sign stands for and whatever hangs on the name', (name, text) => {
  expect(tells(fingerprintsOf(secret, { name }), text)).toBe(true)
})

test.each([
  ['Asih Talan', 'Bantuan sudah dikasih kepada yang berhak, dan tidak ada pembatalan.'],
  ['Dian Dyah', 'Penyediaan air oleh Muhammadiyah sudah selesai.'],
  ['Dimas Aris', 'Usulan itu sudah dimasukkan, dan nyaris selesai.'],
  ['Ani Ada', 'Kesehatan, perikanan, dan jumlah lainnya adalah urusan dinas.'],
])('%s is not told by a word that only holds such letters', (name, text) => {
  expect(tells(fingerprintsOf(secret, { name }), text)).toBe(false)
})

test('a text made to be read in as many ways as there are is read in a moment', () => {
  const worst = [`${'1!|'.repeat(1_000)}a`, `a${'nya'.repeat(2_000)}`, 'k1o8o1! '.repeat(800)].join(' ')
  expect(tells(fingerprintsOf(secret, klobor), worst)).toBe(false)
})

test.each([
  'Budaya antre',
  'santo',
  '08123456780',
  'buku dinas',
  'hubungi 1708',
  'RT 1 RW 2 di S a n',
  'dua atau tiga hari',
  '',
])('"%s" tells nobody', (text) => {
  expect(tells(fingerprintsOf(secret, budi), text)).toBe(false)
})

test('a name that is an ordinary word is found behind a title and beside the rest of it, not where it is the word', () => {
  const bunga = fingerprintsOf(secret, { name: 'Bunga Hujan' })
  expect(tells(bunga, 'Bunga di taman layu karena kurang hujan.')).toBe(false)
  expect(tells(bunga, 'Ibu Bunga, taman sudah disiram.')).toBe(true)
  expect(tells(bunga, 'kepada bunga hujan')).toBe(true)
})

test('what is stored holds no name, tells nothing by its length, and is another for each report', () => {
  const one = fingerprintsOf(secret, budi)
  const other = fingerprintsOf(secret, budi)
  const short = fingerprintsOf(secret, { name: 'Ani' })
  expect(one.names.some((print) => other.names.includes(print))).toBe(false)
  expect([short.names.length, short.contacts.length]).toEqual([one.names.length, one.contacts.length])
  expect(JSON.stringify(one)).not.toMatch(/[a-z]{4,}@|budi|santoso|3456/i)
})
