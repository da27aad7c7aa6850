import { expect, test } from 'vitest'
import { announcedIn, titlesAnother } from './announced.ts'

const keywords = [{ word: 'KOTKUPANG', agencyId: 'kota-kupang' }]
const own = [{ trackingId: 'K7M2QX4PR', open: true, awaits: 'judgement' as const }]
const rubbish = 'sampah di pasar Naikoten tidak diangkut 2 minggu.'

test.each<[string, string]>([
  [`Ini laporan baru. ${rubbish}`, ''],
  [`Laporan baru: ${rubbish}`, ''],
  [`BARU Sampah di pasar Naikoten tidak diangkut`, ''],
  [`Saya mau lapor hal lain: ${rubbish}`, ''],
  ['Saya juga mau lapor jalan rusak di Penfui', ''],
  ['Selamat siang, saya mau melaporkan masalah lain: jembatan di Noelbaki retak dan berbahaya.', ''],
  ['mau lapor lagi, air PDAM mati di Sikumana sudah 5 hari', ''],
  [`Terima kasih. Saya mau lapor hal lain: ${rubbish}`, 'Terima kasih.'],
  ['YA. KOTKUPANG sampah di depan SD Naikoten menumpuk', 'YA.'],
  ['Sudah. Sekalian lapor, sampah di depan SD juga menumpuk', 'Sudah.'],
  ['Sudah selesai. Ada lagi, sampah di depan SD Naikoten menumpuk.', 'Sudah selesai.'],
  ['sudah selesai, makasih. lapor lagi, sampah di depan SD Naikoten numpuk', 'sudah selesai, makasih.'],
  ['Sekalian saya laporkan drainase di Jalan Bumi 1 juga tersumbat sejak tahun lalu.', ''],
  ['Sekalian kami juga mau laporkan got mampet di Jalan Bumi 1', ''],
  ['Sekalian, saya mau lapor lampu jalan di depan puskesmas mati', ''],
  ['Selain itu, saya laporkan juga pungutan parkir di RSUD Johannes', ''],
  ['Puskesmas Penfui. Sekalian saya laporkan jalan di depan pasar berlubang besar.', 'Puskesmas Penfui.'],
  [`Di Oesapa Barat, RT 3. Laporan baru: ${rubbish}`, 'Di Oesapa Barat, RT 3.'],
])('whoever says that another report begins is understood so: %j', (text, front) => {
  const announced = announcedIn(text, keywords, own)
  expect(announced?.front).toBe(front)
  const isKind = front === '' || front === 'Terima kasih.'
  expect(announced?.text).toBe(isKind ? text : text.slice(front.length).trim())
})

test.each([
  'Laporan baru saya belum dijawab juga',
  'Ini laporan baru',
  'Laporan lain sudah selesai, yang ini belum',
  'BARU dikerjakan sebagian',
  'BARU 3 hari sudah rusak lagi',
  'Baru kemarin diperbaiki',
  'Saya lapor lagi, lampunya masih mati',
  'mau lapor lagi, masih mati pak',
  'Saya mau lapor lampu jalan masih mati',
  'Ada lagi yang mau ditanyakan?',
  'Petugas datang, ada lagi yang rusak katanya',
  'KOTKUPANG belum diperbaiki',
  'Sekalian saya laporkan, masih mati',
  'Selain itu belum ada petugas yang datang',
  'Di depan pasar Oeba, dekat kantor lurah',
])('what goes on from the report that is there announces nothing: %j', (text) => {
  expect(announcedIn(text, keywords, own)).toBeUndefined()
})

test.each([
  ['Laporan baru: sampah pasar Naikoten', true],
  ['Lapor hal lain', true],
  ['Laporan baru saya', false],
  ['Sampah pasar Naikoten', false],
])('a subject of its own %j says that another report stands below: %s', (subject, expected) => {
  expect(titlesAnother(subject)).toBe(expected)
})
