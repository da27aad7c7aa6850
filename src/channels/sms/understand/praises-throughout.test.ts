import { expect, test } from 'vitest'
import { praisesThroughout } from './praises-throughout.ts'

test.each([
  'Terima kasih pemkot, lampu sudah nyala lagi',
  'Alhamdulillah sudah diperbaiki. Terima kasih atas respon cepatnya',
  'Mantap, lampu jalan sudah terang. Sukses selalu untuk pemkot Kupang',
  'Terima kasih banyak kepada Dinas PUPR, lampu jalan di depan rumah kami sudah menyala kembali sejak tadi malam',
  'Warga sangat senang, semoga pelayanan seperti ini dipertahankan',
  'Puji Tuhan, lampu sudah menyala. Tuhan memberkati bapak ibu semua',
  'Terima kasih, sekarang anak-anak bisa belajar malam dengan tenang',
  'Keren pelayanannya cepat, lanjutkan',
  'Terima kasih laporan kami sudah ditindaklanjuti, jalan rusak di depan SD sudah diaspal.',
  'YA. Terima kasih kepada LAPOR dan Dinas PUPR. Jalan di depan rumah kami sekarang sudah mulus. Tuhan memberkati Bapak dan Ibu semua.',
])('%j is praise throughout', (text) => {
  expect(praisesThroughout(text)).toBe(true)
})

test.each([
  'terima kasih, tapi lampu di gang sebelah masih mati',
  'Terima kasih, lampu di RT 5 juga ya',
  'Terima kasih, semoga lampu di gang kami juga menyala',
  'Terima kasih sudah diperbaiki, lampu gang mawar padam',
  'Terima kasih. Air PDAM di rumah kami warna coklat',
  'makasih min air pdam di rumah kami warna coklat',
  'Terima kasih, sudah saya laporkan berkali-kali',
  'Terima kasih sudah menyala. Baru dua lampu',
  'Terima kasih lampu sudah menyala tinggal trotoar',
  'Terima kasih sudah direspon, kami tunggu perbaikannya',
  'Terima kasih atas jawabannya. Jalan di depan pasar Oeba dipenuhi kendaraan parkir.',
  'Terima kasih, sekarang giliran jalan RT 5',
  'Mantap, sudah menyala, sudah gelap lagi',
  'Lampu sudah tidak menyala, terima kasih',
  'Terima kasih, kapan jalan diaspal?',
  'Semoga segera diperbaiki',
])('%j says more than praise', (text) => {
  expect(praisesThroughout(text)).toBe(false)
})

test('a very long letter is looked through by nobody for thanks alone', () => {
  expect(praisesThroughout('Terima kasih banyak. '.repeat(2_000))).toBe(false)
})
