import { expect, test } from 'vitest'
import { findOwnAddresses } from './own-address.ts'

const found = (text: string) => findOwnAddresses(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['belum, alamat rumah saya Jalan Bajawa No. 4, Oebobo', 'Jalan Bajawa No. 4'],
  ['alamat saya Jl Timor Raya No 12 RT 3 RW 2', 'Jl Timor Raya No 12 RT 3 RW 2'],
  ['rumah saya di Jl. Herewila 22 RT 05', 'Jl. Herewila 22 RT 05'],
  ['Alamat kami: BTN Kolhua Blok C No. 7, Kel. Kolhua', 'BTN Kolhua Blok C No. 7, Kel. Kolhua'],
  ['rumah kami di Gang Mawar', 'Gang Mawar'],
  ['saya tinggal di RT 3 RW 2 Oesapa', 'RT 3 RW 2'],
  ['Saya berdomisili di Oesapa Barat, RT 03/RW 02.', 'Oesapa Barat, RT 03/RW 02'],
  ['rumahku nomor 15 pak', 'nomor 15'],
  ['lampu depan rumah saya di Jl. Amabi No. 9 mati', 'Jl. Amabi No. 9'],
  ['ALAMAT RUMAH SAYA JALAN BAJAWA NO. 4', 'JALAN BAJAWA NO. 4'],
])('"%s" tells where its writer lives: %s', (text, expected) => {
  expect(found(text)).toEqual([expected])
})

test.each([
  'lampu di Jalan Bajawa No. 4 mati',
  'lampu di depan rumah no 4 mati',
  'lampu di depan rumah saya RT 3 mati',
  'depan rumah saya gelap, tiang nomor 12',
  'rumah saya di Oesapa, lampu di jalan Bajawa No 4 mati',
  'Jalan di RT 03 RW 02 Oebobo rusak',
  'rumah saya di Jalan Bajawa 2 kali kebanjiran',
  'rumah saya kebanjiran sejak 3 hari',
  'alamat saya sudah ada di laporan nomor 12',
  'alamat kantor lurah Jl. Bajawa No. 4',
  'kami warga RT 3 RW 2 Oebobo',
  'Rumah kami di bantaran kali, gang buntu',
  'Persil 5371-0155 kami di blok 12 belum dibayar sejak 2019.',
  'Menurut UU No. 25 Tahun 2009 alamat kami sudah benar.',
])('"%s" is where the trouble is, or no address', (text) => {
  expect(found(text)).toEqual([])
})
