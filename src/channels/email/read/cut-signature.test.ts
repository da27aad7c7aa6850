import { expect, test } from 'vitest'
import { signerOf } from './signer.ts'
import { withoutSignature } from './cut-signature.ts'

const said = 'Sisi timur, dekat jembatan.\nSudah dua minggu.'

test.each([
  '-- \nMarta Bire\nJl. Nangka 7',
  '-- \nokto nenoliu\n0812-3456-7890',
  '-- \nOkto',
  '--\nMarta Bire',
  '-- \nMarta Bire\nPT Maju Jaya\n\nSurel ini bersifat rahasia dan hanya untuk penerima yang dituju. Bila Anda bukan penerimanya, hapuslah.',
  'Dikirim dari iPhone saya',
  'Sent from my Galaxy',
  'Virus-free. www.avast.com',
  'Dikirim dari Yahoo Mail untuk Android (https://go.onelink.test/107872968?pid=InProduct&c=Global_Internal_YGrowth_AndroidEmailSig)',
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

test.each([
  'Dikirim dari iPhone saya',
  'Sent from my iPhone',
  'Dikirim dari Yahoo Mail di Android',
  'Get Outlook for Android',
])('thanks above what a telephone writes below are thanks: %j', (line) => {
  expect(withoutSignature(`Terima kasih.\n\n${line}`)).toBe('Terima kasih.')
  expect(withoutSignature(`Terima kasih atas tanggapannya.\n\n${line}`)).toBe('Terima kasih atas tanggapannya.')
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
  expect(left).toBe(`${said}\nTerima kasih.\nLokasi: depan pasar Oeba`)
})

test('an afterthought below the name stays, the name goes', () => {
  expect(withoutSignature(`${said}\n\nTerima kasih\nBudi\n\nNB: jembatan juga putus`)).toBe(
    `${said}\n\nNB: jembatan juga putus`,
  )
})

const greetings = [
  'Yth. Admin LAPOR',
  'Selamat pagi Admin',
  'Assalamualaikum wr wb',
  'Kepada Yth\nDinas Kebersihan',
  'YTH BAPAK WALIKOTA',
]
const openings = ['Salam sehat', 'Salam hormat', 'terima kasih,', 'Hormat kami', 'SALAM SEJAHTERA', '--']
const bodies = [
  'kami warga RT 05 Oesapa\nair PDAM tidak mengalir 2 minggu\nmohon ditindaklanjuti',
  'Lampu di Oesapa mati\nJalan juga rusak\nMohon diperbaiki',
  'tapi lampunya masih mati di 3 tiang',
  'KARTU BPJS SAYA TIDAK AKTIF\nPADAHAL IURAN LUNAS',
  'Jl. Timor Raya depan Indomaret Oesapa',
  'sampah menumpuk di pasar Oeba\nbau sekali',
  'Petugas belum datang',
  'rahasiakan nama saya',
  'sisa 2 tiang belum',
  'Warga RT 05 Mengeluh',
  'baru separuh',
]
const letters = greetings.flatMap((greeting) =>
  openings.flatMap((opening) =>
    bodies.flatMap((body) => [
      [greeting, opening, body],
      [opening, greeting, body],
      [greeting, body, opening, body],
      [greeting, opening, '', body, '', 'Terima kasih', 'Marta Bire'],
      [greeting, opening, 'Marta Bire', body],
    ]),
  ),
)

test('of a letter in any order no line goes that says something, wherever its greetings and closings stand', () => {
  expect(letters.length).toBeGreaterThan(1_500)
  const cut = letters.filter((letter) => {
    const left = withoutSignature(letter.join('\n')).split('\n')
    const told = letter.flatMap((part) => (bodies.includes(part) ? part.split('\n') : []))
    return !told.every((line) => left.includes(line))
  })
  expect(cut).toEqual([])
})

test.each([
  'Ya pak\nTerima kasih\ntapi lampunya masih mati di 3 tiang',
  'Ya\nSalam\nlampunya belum nyala semua',
  'Sudah\nterima kasih\nsisa 2 tiang belum',
  'ya\n--\nlampu belum nyala',
  'ya\n-- \nlampu belum nyala',
  'Sampah menumpuk.\n--\nliliba',
  'Lampu jalan mati sejak Senin.\nTerima kasih\nJl. Timor Raya depan Indomaret Oesapa',
  'Jalan rusak di depan SD Inpres.\n\nTerima kasih\n\nSekalian got di RT 05 juga mampet',
  'Jalan rusak.\nTerima kasih\nOesapa, Kupang',
  'Jalan rusak.\nTerima kasih\nLiliba',
  'Jalan rusak.\nTerima kasih\nAlamat: Oesapa',
  'Jalan rusak.\nTerima kasih\nNo. Pelanggan: 5371',
  'Surel ini saya tulis karena saya bukan penerima bansos, padahal miskin.\nRahasiakan nama saya',
  'Dikirim surat dari kelurahan, belum dibalas',
])('what stands below a closing and is nobody stays: %j', (text) => {
  expect(withoutSignature(text)).toBe(text)
})

test('a name in front of what somebody goes on to say goes alone', () => {
  expect(withoutSignature('Ya pak\nTerima kasih\nMarta Bire\nlampunya masih mati')).toBe('Ya pak\nlampunya masih mati')
})

test('by what their program calls them whoever writes is known, and by their address', () => {
  const signer = signerOf({ name: 'Okto Nenoliu', from: 'nenoliu.okto88@rumah.test' })
  for (const signed of ['Okto', 'NENOLIU', 'Okto N.', 'okto@kantor.test', 'Nama: Okto\nAlamat: Jl. Nangka 7'])
    expect(withoutSignature(`${said}\nTerima kasih\n${signed}`, signer)).toBe(said)
  expect(withoutSignature(`${said}\nTerima kasih\nOkto`)).toContain('Okto')
})

test.each([
  '👍\n\nMarta Bire bereaksi melalui Gmail',
  'Marta Bire reacted to your message:\n👍',
  '❤️\n\nMarta Bire reacted via Gmail',
])('of a thumb given to a letter the thumb is left: %j', (text) => {
  expect(withoutSignature(text)).toMatch(/^\p{Emoji}\ufe0f?$/u)
})
