import { expect, test } from 'vitest'
import { withoutQuotes } from './cut-reply.ts'
import { withoutSignature } from './cut-signature.ts'

const said = 'Sisi timur, dekat jembatan.\nSudah dua minggu.'

test.each([
  [
    'Gmail, Indonesian',
    'Pada tanggal Rab, 14 Jan 2026 pukul 09.00 LAPOR! <lapor@lapor.go.id> menulis:\n\n> Ada pertanyaan',
  ],
  ['Gmail, English', 'On Wed, Jan 14, 2026 at 9:00 AM LAPOR! <lapor@lapor.go.id> wrote:\n> Ada pertanyaan'],
  [
    'Gmail on two lines',
    'Pada Rab, 14 Jan 2026 09.00, LAPOR!\n<lapor+abcdefghijklmnop@lapor.go.id> menulis:\n\n> Ada pertanyaan',
  ],
  [
    'Outlook, English',
    '________________________________\nFrom: LAPOR! <lapor@lapor.go.id>\nSent: Wednesday\nTo: Marta\nSubject: x\n\nAda pertanyaan',
  ],
  [
    'Outlook, Indonesian',
    'Dari: LAPOR! <lapor@lapor.go.id>\nDikirim: Rabu 14 Januari 2026\nKepada: Marta\nPerihal: x\n\nAda pertanyaan',
  ],
  ['old programs', '-----Original Message-----\nFrom: LAPOR!\n\nAda pertanyaan'],
  ['Yahoo', '-----Pesan Asli-----\nAda pertanyaan'],
  ['Yahoo on Android', 'Pada Rab, 14 Jan 2026 pada 09:00, LAPOR!<lapor@lapor.go.id> menulis:   Ada pertanyaan'],
  [
    'Outlook, German',
    '________________________________\nVon: LAPOR! <lapor@lapor.go.id>\nGesendet: x\n\nAda pertanyaan',
  ],
  ['Outlook, Thai', '________________________________\nจาก: LAPOR! <lapor@lapor.go.id>\nส่ง: x\n\nAda pertanyaan'],
  ['Outlook, Thai, without a line', 'จาก: LAPOR! <lapor@lapor.go.id>\nส่ง: x\nถึง: y\nเรื่อง: z\n\nAda pertanyaan'],
  ['Outlook without an address', 'Dari: LAPOR!\nDikirim: Rabu\nKepada: Marta\nPerihal: x\n\nAda pertanyaan'],
  ['name in front', 'LAPOR! <lapor@lapor.go.id> menulis:\n> Ada pertanyaan'],
])('what %s quotes is cut, what was written stays', (_program, quoted) => {
  expect(withoutQuotes(`${said}\n\n${quoted}`)).toBe(said)
})

test('whoever writes below what they quote is read as well, and between the lines', () => {
  expect(withoutQuotes('On Wed, Jan 14, 2026 LAPOR! <lapor@lapor.go.id> wrote:\n> Ada pertanyaan\n\nSisi timur.')).toBe(
    'Sisi timur.',
  )
  expect(withoutQuotes('> Sisi mana?\nTimur.\n> Sejak kapan?\nDua minggu.')).toBe('Timur.\nDua minggu.')
})

test.each([
  'Pada hari Senin 12 Januari air mati.\nSampai sekarang belum menyala.',
  'Dari: pasar Oeba sampai jembatan jalannya rusak.',
  'Pada saat saya ke kantor jam 9 petugas menulis:\nantrean ditutup.',
  'Kepada Yth. Bupati\nPerihal: jalan rusak',
  'Jalan rusak\nDari: simpang Oeba\nKe: pasar Inpres\nPanjang 2 km',
  'Nama jalan: Timor Raya\n__________\nJalan rusak parah di Oeba',
  'Jalan rusak\n----------\nLampu mati juga\nTanggal: 3 Januari',
  'Pada 3 Januari 2026 petugas menulis: antrean ditutup.',
])('a complaint that looks a little like a quote stays whole: %s', (text) => {
  expect(withoutQuotes(text)).toBe(text)
})

test.each([
  '-- \nMarta Bire\nJl. Nangka 7',
  '--\nMarta Bire',
  'Dikirim dari iPhone saya',
  'Sent from my Galaxy',
  'Dapatkan Outlook untuk Android',
  'Salam,\nMarta Bire\n0812-3456-7890',
  'Hormat saya,\n\nMarta Bire',
  'Terima kasih.\nMarta Bire, Oesapa',
  'Best regards,\nMarta',
  'Marta Bire\n0812-3456-7890',
  'Marta Bire, S.Pd\nJl. Timor Raya 12\nHP/WA: 0812 3456 7890',
  'Marta Bire (0812-3456-7890)',
  'Marta\nNIK 5371010101010001',
  'Atas perhatiannya kami ucapkan terima kasih.\n\nHormat kami,\n\nMarta Bire, S.Pd\nWarga RT 03 RW 05 Kelurahan Oesapa Kecamatan Kelapa Lima Kota Kupang\nHP 081234567890',
  'Hormat kami,\n\nMarta Bire, S.Pd\nWarga RT 03 RW 05 Kelurahan Oesapa Kecamatan Kelapa Lima Kota Kupang\nHP 081234567890',
])('the signature goes: %j', (signature) => {
  expect(withoutSignature(`${said}\n\n${signature}`)).toBe(said)
})

test.each([
  'Terima kasih',
  'Terima kasih atas bantuannya, tetapi jalan belum ditambal.',
  'Terima kasih.\nTetapi sampai hari ini jalan di depan rumah saya belum juga ditambal oleh siapa pun.',
  'Salam hormat kepada Bapak Bupati, jalan kami rusak parah.',
  'Terima kasih.\nTolong segera ditambal ya pak.',
  'Yang meminta uang adalah:\n\nBudi Santoso\n0812-3456-7890',
  'Pungli oleh oknum bernama\n\nBudi Santoso\n0812-3456-7890',
  'Telepon kantor yang tidak diangkat.\n0380-831234',
])('what only sounds like one stays: %j', (text) => {
  expect(withoutSignature(text)).toBe(text)
})

test('what stands between a salutation and a line of dashes is no letter: what follows is', () => {
  const letter = 'Jalan di depan pasar Oeba rusak parah.\nSudah dua bulan.'
  expect(withoutSignature(`Yth Bapak,\n--\n${letter}`)).toContain(letter)
  expect(withoutSignature(`Yth. Bapak Bupati,\n\n--\n${letter}\n-- \nMarta Bire`)).toMatch(/bulan\.$/)
  expect(withoutSignature('Pak lurah minta uang\n-- \nMarta Bire')).toBe('Pak lurah minta uang')
  expect(withoutSignature('Ya\n-- \nMarta Bire')).toBe('Ya')
})

test.each([
  '-- \nMarta Bire\n0812-3456-7890',
  '\n\n-- \nMarta Bire\nGuru SD Inpres Oesapa',
  'Yth Bapak,\n\n-- \nMarta Bire\nGuru SD Inpres Oesapa',
  'Salam,\nMarta Bire',
  'Hormat saya,\n\nMarta Bire, S.Pd\nKelurahan Oesapa',
  '--\nMarta Bire\nSent from my Galaxy',
])('a signature with nothing above it says nothing: %j', (text) => {
  expect(withoutSignature(text)).toBe('')
})

test('thanks without more stay, the name below goes', () => {
  expect(withoutSignature('Terima kasih,\nMarta Bire')).toBe('Terima kasih,')
})

test.each(['--\nJalan Rusak Parah', '--\nLurah meminta uang.', 'Terima kasih', 'Marta Bire'])(
  'what may be all that somebody says stays: %j',
  (text) => {
    expect(withoutSignature(text)).toBe(text)
  },
)

test('a place named below the thanks stays', () => {
  const left = withoutSignature(`${said}\nTerima kasih.\nLokasi: depan pasar Oeba\n\nMarta Bire\n0812-3456-7890`)
  expect(left).toBe(`${said}\nLokasi: depan pasar Oeba`)
})

test('an afterthought below the name stays, the name goes', () => {
  expect(withoutSignature(`${said}\n\nTerima kasih\nBudi\n\nNB: jembatan juga putus`)).toBe(
    `${said}\n\nNB: jembatan juga putus`,
  )
})

test('lines without end, and thousands of them, are cut in no time', () => {
  const begun = performance.now()
  for (const line of [
    'On 1 ',
    'Pada 1 <',
    'From: <',
    '> ',
    '-',
    'on 1 <a@b> ',
    'Terima kasih ',
    'dikirim dari ',
    'Marta ',
    '0812 ',
    'Pada 1 <a@b> menulis:',
  ])
    withoutSignature(withoutQuotes(`${line.repeat(20_000)}\n${`${line}\n`.repeat(20_000)}`))
  expect(performance.now() - begun).toBeLessThan(5_000)
})
