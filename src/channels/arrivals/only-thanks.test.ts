import { expect, test } from 'vitest'
import { onlyThanks } from './only-thanks.ts'

test.each([
  'Terima kasih banyak.',
  'Sama-sama.',
  'sama-sama min',
  'sama2 kak',
  'ok',
  'Ya.',
  'oke siap',
  'sip min',
  'alhamdulillah',
  'Baik Pak, terima kasih.',
  'Terima kasih kembali, semoga sukses.',
  'Terima kasih atas bantuan dan respon cepatnya',
  'Selamat siang Bapak/Ibu, terima kasih.',
  'makasih sudah diperbaiki',
  'Terima kasih pak, sudah menyala',
  '🙏',
])('%j is thanks and nothing else', (text) => {
  expect(onlyThanks(text)).toBe(true)
})

test.each([
  'sama',
  'sama saja',
  'ok?',
  'tolong',
  'cepat diperbaiki',
  'oke cepat diperbaiki',
  'terima kasih, tolong diperbaiki',
  'Terima kasih, tetapi lampunya mati lagi',
  'makasih tapi belum',
  'terima kasih belum diperbaiki',
  'terima kasih sekarang gelap',
  'Terima kasih, saya keberatan',
  'keberatan',
  'rusak lagi',
  'tidak',
  'kembali seperti semula',
  'mohon dibuka kembali',
  'terima kasih airnya keluar sebentar',
  'petugas datang dan langsung pergi',
  'terima kasih jalan',
  'sudah',
  'belum',
  'BELUM selesai',
  'bohong',
  '2',
  'mantap sekali bohongnya',
])('%j says more', (text) => {
  expect(onlyThanks(text)).toBe(false)
})
