import { expect, test } from 'vitest'
import { withoutSignature } from './cut-signature.ts'
import { signerOf } from './signer.ts'

const marta = signerOf({ name: 'Marta Bire', from: 'marta.bire@rumah.test' })
const said = 'Lurah Oesapa meminta uang 200 ribu untuk KTP.'

const closings = [
  "Wassalamu'alaikum wr. wb.",
  'Wassalamualaikum Wr. Wb.\n',
  "Wassalamu'alaikum warahmatullahi wabarakatuh",
  'Wassalam.',
  'Terima kasih.',
  'Terima kasih 🙏',
  '*Terima kasih*',
  'Terimakasih banyak ya pak 🙏🙏',
  'Sekian dan terima kasih.',
  'Demikian laporan saya, terima kasih.',
  'Demikian laporan ini saya sampaikan. Atas perhatian dan kerja samanya saya ucapkan terima kasih.\n',
  'Salam sejahtera,',
  'Shalom,',
  'Tuhan memberkati',
  'Om Santi Santi Santi Om',
  'Hormat kami\n\n\nttd\n',
  'Hormat saya:',
  'TTD,',
  'Pelapor,\n',
  'Yang melapor,',
  'Kind regards,',
  'Thanks & regards,',
  'Cheers,',
  'Best,',
  'Sincerely,',
  'Yours faithfully,',
  'Sent from my iPhone',
  '-- ',
  '--',
  '',
]
const names = [
  'Marta Bire',
  'Marta',
  'MARTA BIRE',
  'bire marta',
  'Marta B.',
  'M. Bire, S.Pd',
  '*Marta Bire*',
  'Marta 🙏',
  '(Marta Bire)',
  '- Marta',
  '~Marta',
  'Ibu Marta',
  'MB',
  'martabire',
  'Dari Marta Bire',
  'Marta Bire - Oesapa',
  'Marta Bire\n0812-3456-7890',
  'Marta Bire (0812 3456 7890)',
  'Marta Bire\nKetua RT 05\nHP: 081234567890',
  'Nama: Marta Bire\nNo HP: 081234567890',
  'Marta Bire | Staf Keuangan | PT Sumber Jaya | 0812-3456-7890',
  'Marta Bire\nM: 0812-3456-7890 | E: marta.bire@kantor.test',
  '*Marta Bire*\nStaf Keuangan\n*PT Sumber Jaya*\nM: 081234567890',
  'Marta Bire\nFinance Dept.\nPT. Sumber Jaya\nPhone: (0380) 821234\nWebsite: www.sumberjaya.test',
]

test('by whatever words somebody takes leave, or by none: their name, calling and number go, every word above stays', () => {
  const letters = closings.flatMap((closing) => names.map((name) => `${said}\n\n${closing}\n${name}`))
  expect(letters.length).toBeGreaterThan(700)
  expect(letters.filter((letter) => withoutSignature(letter, marta) !== said)).toEqual([])
})

test.each([
  'Marta Bire',
  'Terima kasih. Marta Bire',
  'Terima kasih - Marta',
  'Terima kasih, Marta Bire (0812-3456-7890)',
  'Wassalam, Marta',
  'Salam Marta Bire HP 081234567890',
])('at the end of the last line it goes as well: %s', (signed) => {
  expect(withoutSignature(`Belum pak, baru separuh yang ditambal. ${signed}`, marta)).toBe(
    'Belum pak, baru separuh yang ditambal.',
  )
})

test.each([
  '-- \nPT Sumber Jaya\nMarta Bire\n0812-3456-7890',
  '-- \nMarta Bire\nKetua Karang Taruna\n\nMenulis dengan hati\nIG: @martabire',
  'Hubungi saya 081234567890',
])('below the mark of a program all of a card goes, and a number that they call their own: %j', (signature) => {
  expect(withoutSignature(`${said}\n${signature}`, marta)).toBe(said)
})

test('what a motto below a card says against something stays, without name and number', () => {
  const left = withoutSignature(`${said}\n-- \nMarta Bire\nJangan cetak bila tidak perlu\nHP 0812-3456-7890`, marta)
  expect(left).toBe(`${said}\nJangan cetak bila tidak perlu`)
})

test.each([
  'Penipu mengaku petugas PLN.\nHP 081234567890',
  'Nomor pelakunya:\n081234567890',
  'Yang dirugikan adalah\nMarta Bire',
  'KTP atas nama:\nMarta Bire',
  'Nama saya Marta Bire, KTP saya belum jadi sejak Maret.',
  'Marta Bire belum terdaftar di BPJS.',
  'Yang meminta uang\nBudi Santoso',
  'Di depan toko milik Bire',
  'Lampu mati di jalan Bire',
  'Marta Bire',
  'Oesapa',
  'Pasar Oeba\nJalan Marta',
  'Sampah menumpuk.\nTerima kasih\nhttps://maps.app.test/9xKuPaNg',
  'Lampu mati.\n-- \nMarta Bire\n\nLokasi: depan pasar Oeba',
  'Terima kasih atas suratnya\nlampu mati lagi',
  'Kasih tahu pak lurah',
])('what says something is no signature, though it names somebody, or them: %j', (text) => {
  expect(withoutSignature(text, marta)).toContain(text.split('\n').at(-1))
  expect(withoutSignature(text, marta)).toContain(text.split('\n')[0])
})

test('a place in an address is no name: the last line of warga.oesapa@… may say where', () => {
  const oesapa = signerOf({ name: 'Okto', from: 'warga.oesapa@rumah.test' })
  expect(withoutSignature('Lampu jalan mati.\nOesapa', oesapa)).toBe('Lampu jalan mati.\nOesapa')
  expect(withoutSignature('Lampu jalan mati.\nOkto', oesapa)).toBe('Lampu jalan mati.')
})

test.each(['Air Mati', 'Warga Peduli', 'Jalan Rusak'])('whoever calls themselves “%s” may say so too', (name) => {
  const signer = signerOf({ name, from: 'x@rumah.test' })
  const text = `Sudah tiga hari kami menunggu.\nTolong, ${name.toLowerCase()} sejak Senin.`
  expect(withoutSignature(text, signer)).toBe(text)
})

test('thanks that are all that is said stay, signed or not', () => {
  expect(withoutSignature('Terima kasih atas bantuannya 🙏\nMarta', marta)).toBe('Terima kasih atas bantuannya 🙏')
  expect(withoutSignature('Terima kasih\n\nWassalam\nMarta Bire', marta)).toBe('Terima kasih')
})

test('lines without end, and thousands of them, are judged in no time', () => {
  const begun = performance.now()
  withoutSignature(`${'Marta, '.repeat(20_000)}\n${'terima kasih '.repeat(20_000)}\n${'Marta\n'.repeat(20_000)}`, marta)
  withoutSignature('-- \nMarta Bire\n'.repeat(3_000), marta)
  withoutSignature(`Jalan rusak.\n${', '.repeat(50_000)}x\nMarta`, marta)
  expect(performance.now() - begun).toBeLessThan(3_000)
})
