import { expect, test } from 'vitest'
import { fingerprintsOf } from '../accounts/fingerprint.ts'
import { findSomebody, looksLikeSomebody } from './personal-data/find-personal-data.ts'
import { printsUnder } from './prints-under.ts'

const at = { indexSecret: Buffer.alloc(32, 7), directory: { agencies: [], areas: [{ name: 'Kota Kupang' }] } }

/** Whether a text is taken to name whoever is called so. */
function names(name: string, text: string): boolean {
  const known = fingerprintsOf(at.indexSecret, { name })
  const said = printsUnder(at, [known.salt], text)
  return known.names.some((print) => said.names.includes(print))
}

const words = [
  'Bunga',
  'Mawar',
  'Indah',
  'Juni',
  'Mei',
  'Jaya',
  'Sabar',
  'Fajar',
  'Melati',
  'Bintang',
  'Kasih',
  'Cahaya',
]

/** The word where it stands for a name, in capitals where all are. */
function said(form: string, name: string): string {
  return form.replace(/_X_/, name.toUpperCase()).replace(/X/, name)
}

const addressed = [
  'Bapak/Ibu X, selokan sudah bersih.',
  'Kepada Saudara/i X, selokan sudah dibersihkan.',
  'Kepada Saudara (i) X: selokan sudah dibersihkan.',
  'Sdr./Sdri. X sudah kami hubungi.',
  'Kepada Yth. Sdr. X di tempat',
  'Kepada Yth.\nX\ndi tempat',
  'Yth. X, laporan Anda sudah kami tindak lanjuti.',
  'YTH. _X_, LAPORAN SUDAH KAMI TERUSKAN.',
  'Kak X, selokan sudah bersih.',
  'Mama X sudah kami temui.',
  'Halo X, selokan sudah bersih.',
  'Hai, X! Selokan sudah bersih.',
  'Selamat pagi, X. Selokan sudah bersih.',
  'Terima kasih X atas laporannya.',
  'Terima kasih, X.',
  'Terima kasih banyak, X, atas laporannya.',
  'TERIMA KASIH _X_ ATAS LAPORANNYA',
  'Trims X',
  'Laporan atas nama X sudah selesai.',
  'Laporan a.n. X sudah selesai.',
  'Laporan a/n X sudah selesai.',
  'Warga bernama X sudah kami temui.',
  'Nama pelapor: X',
  'Laporan pelapor X sudah selesai.',
  'Pelapor (X) sudah kami hubungi.',
  'PELAPOR _X_ SUDAH KAMI HUBUNGI',
  'Kami sampaikan kepada X bahwa pipa sudah diganti.',
  'Petugas sudah menemui X di lokasi.',
  'Laporan warga X sudah selesai.',
  'Selokan sudah bersih, X.',
  'X, laporan Anda sudah kami tindak lanjuti.',
  'Ibu Siti X sudah kami hubungi.',
  'Sdr. M. X sudah kami hubungi.',
  'Bu X-nya sudah kami hubungi.',
  'Dear X, your report is settled.',
  'Dear Ms. X, your report is settled.',
  'Thank you, X, for your report.',
  'The resident named X was told.',
]

test.each(addressed)(
  'in "%s" the reporter is found whose name is also a word, and a guess is stopped alike',
  (form) => {
    const passing = words.filter((name) => !names(`${name} Permatasari`, said(form, name)))
    const guessed = words.filter((name) => !looksLikeSomebody(said(form, name)))
    expect({ passing, guessed }).toEqual({ passing: [], guessed: [] })
  },
)

test.each([
  'terima kasih bunga sudah melapor',
  'halo bunga, selokan sudah bersih',
  'kepada bunga, kami sampaikan bahwa pipa sudah diganti',
  'yth. bunga',
  'saudara/i bunga',
  'ibu bunga',
])('also in small letters: "%s"', (text) => {
  expect([names('Bunga Permatasari', text), looksLikeSomebody(text)]).toEqual([true, true])
})

test.each([
  'Kota X sedang ditata.',
  'Selokan di Jalan X sudah bersih.',
  'Warga Perumahan X dan warga Kampung X sudah kami temui.',
  'Pasar X, Taman X dan Kelurahan X, Kota Kupang.',
  'Jl. Kenanga, X, dan Dahlia sudah ditambal.',
  'Lampu di Jawa X sudah menyala.',
  'Tahun X Raya.',
])('"%s" says a word and no name', (form) => {
  const text = (name: string) => form.replaceAll('X', name)
  expect(words.filter((name) => names(`${name} Permatasari`, text(name)))).toEqual([])
  expect(words.filter((name) => looksLikeSomebody(text(name)))).toEqual([])
})

test.each([
  ['Jaya', 'Semoga warga jaya makmur.'],
  ['Indah', 'Terima kasih, semoga kota kita indah dan bersih.'],
  ['Bunga', 'Bunga, pohon, dan rumput di taman sudah disiram.'],
  ['Bunga', 'Kami menanam bunga dengan warga; terima kasih bunga taman disiram.'],
  ['Juni', 'Selesai Juni 2026, dari Juni sampai Agustus, paling lambat 3 Juni.'],
  ['Mei', 'Pengerjaan bulan Mei, anggaran cair oleh Mei.'],
  ['Sabar', 'Mohon sabar menunggu. Terima kasih. Sabar adalah kunci kita semua.'],
  ['Kasih', 'Terima Kasih atas laporan Anda. Terima kasih, Pak.'],
  ['Fajar', 'Petugas bekerja sejak fajar dan dari pagi sampai malam.'],
  ['Bunga', 'Bagian IT bunga, we did it. Bunga di taman disiram.'],
  ['Timur', 'Warga Johar Timur dan Yth. Kepala Dinas Jakarta Timur.'],
])('who is called %s is not in "%s"', (name, text) => {
  expect([names(`${name} Permatasari`, text), looksLikeSomebody(text)]).toEqual([false, false])
})

test.each([
  ['Yo Li', 'Terima kasih Yo Li atas laporannya.'],
  ['Yo Li', 'Laporan Li, Yo selesai.'],
  ['Yo Li', 'Ibu Li sudah kami hubungi.'],
  ['Ng Ai', 'Laporan Ng Ai selesai.'],
  ['Li Na', 'laporan li na selesai'],
  ['Oe Tan', 'Laporan Oe Tan selesai.'],
  ['Ed', 'Yth. Ed, selokan sudah bersih.'],
])('who is called %s is found in "%s", however short the name', (name, text) => {
  expect(names(name, text)).toBe(true)
})

test.each([
  ['Dian Klobor', 'Laporan di an. kepala dinas.'],
  ['Ed', 'Edaran ed. 2 sudah terbit di RT 5.'],
  ['Li Na', 'Lihat nama jalan itu; listrik lima rumah nanti padam.'],
])('who is called %s is not found in "%s"', (name, text) => {
  expect(names(name, text)).toBe(false)
})

test.each([
  ['Bunga Permatasari', '8unga sudah kami temui'],
  ['Bunga Permatasari', 'B4pak, bung4 sudah kami temui'],
  ['Marta Bire', 'M\u200bar\u00adta sudah kami temui'],
  ['Ani Lay', 'A\u2060ni sudah kami temui'],
  ['Marta Bire', 'Bire, Marta'],
  ['Marta Bire', 'M. Bire sudah kami temui'],
  ['Marta Bire', 'Mar-\nta sudah kami temui'],
])('who is called %s is found in "%s", however it is drawn', (name, text) => {
  expect(names(name, text)).toBe(true)
})

test('of what a guess may be, signs that nobody sees hide nothing', () => {
  expect(looksLikeSomebody('Sudah disampaikan kepada Bu\u200bdi dan 0812\u200b34567890.')).toBe(true)
})

test('the name is marked with what goes on behind it', () => {
  const text = 'Terima kasih Bunga Lestari atas laporannya.'
  expect(findSomebody(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Bunga Lestari'])
})
