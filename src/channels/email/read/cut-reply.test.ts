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
  ['Thunderbird, short dates', 'On 14/01/26 09.00, LAPOR! wrote:\n> Ada pertanyaan'],
  ['Thunderbird without a date', 'LAPOR! menulis:\n\n> Ada pertanyaan'],
  ['Gmail, German', 'Am Mi., 14. Jan. 2026 um 09:00 Uhr schrieb LAPOR! <lapor@lapor.go.id>:\n\n> Ada pertanyaan'],
  ['Gmail, Japanese', '2026年1月14日(水) 9:00 LAPOR! <lapor@lapor.go.id>:\n\n> Ada pertanyaan'],
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

test('a line of our question that stands above its answer is cut, and so is one below the letter it is of', () => {
  expect(withoutQuotes('> Sisi mana?\nTimur.')).toBe('Timur.')
  expect(withoutQuotes('> Ada tanggapan atas laporan Anda.\nBELUM')).toBe('BELUM')
  expect(withoutQuotes('BELUM\n\nOn 14/01/26 09.00, LAPOR! wrote:\n> 3 hari lagi kami tutup')).toBe('BELUM')
  expect(withoutQuotes('> 3 hari lagi kami tutup\n> Terima kasih\nBELUM')).toBe('BELUM')
})

test('whoever greets above the letter and answers between its lines, or below, is read whole', () => {
  const greeting = 'Selamat pagi, jawaban saya di bawah.'
  const intro = 'Pada Rab, 14 Jan 2026 pukul 09.00 LAPOR! <lapor@lapor.go.id> menulis:'
  const answered = `${greeting}\n\n${intro}\n> Sisi mana?\nSisi timur.\n> Sejak kapan?\nSejak 3 Januari.\n`
  expect(withoutQuotes(answered)).toBe(`${greeting}\nSisi timur.\nSejak 3 Januari.`)
  expect(withoutQuotes(`Selamat pagi\n\n${intro}\n> Sisi mana?\n\nSisi timur.`)).toBe('Selamat pagi\nSisi timur.')
})

test('what a program broke off a long line of the letter is nothing that somebody wrote', () => {
  const long = '> Ada tanggapan atas laporan Anda. Buka laporan, baca, lalu pilih salah satu,'
  expect(withoutQuotes(`YA\n\nOn 14/01/26 09.00, LAPOR! wrote:\n${long}\npaling lambat Kamis.\n> Terima kasih`)).toBe(
    'YA',
  )
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
  'Lampu mati sejak 3/1/26, buktinya:\nfoto terlampir',
  '> 3 bulan tidak ada perbaikan',
  '>3 bulan tidak ada perbaikan, padahal sudah dijanjikan.\nTerima kasih.',
  'Belum, Pak.\n> 100 rumah terendam di Oesapa',
])('a complaint that looks a little like a quote stays whole: %s', (text) => {
  expect(withoutQuotes(text)).toBe(text)
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

const head = (from: string) => `Dari: ${from}\nDate: Sel, 6 Jan 2026\nSubject: Jadwal\nTo: marta`
test.each(['---------- Forwarded message ---------', '---------- Pesan terusan ---------'])(
  'a letter of somebody else’s that is passed on below an answer is part of it, ours is not: %s',
  (over) => {
    const of = (from: string) => `Belum selesai, lihat surat di bawah.\n\n${over}\n${head(from)}\n\nDijadwalkan 2027.`
    expect(withoutQuotes(of('Dinas PUPR <pupr@kupang.test>'))).toMatch(
      /^Belum selesai, .*\n\nDari: Dinas PUPR[^]*Dijadwalkan 2027\.$/,
    )
    expect(withoutQuotes(of('LAPOR! <lapor@lapor.test>'))).toBe('Belum selesai, lihat surat di bawah.')
  },
)
