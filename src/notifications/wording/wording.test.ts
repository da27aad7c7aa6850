import { expect, test } from 'vitest'
import { sizeOf } from '../../platform/gsm/fit-sms.ts'
import { loadDirectory } from '../../agencies/directory.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeCalendar } from '../../report/clocks/calendar.ts'
import { defaultPolicy } from '../../report/clocks/policy.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { checkWording, longestValues, placeholdersOf } from './check-wording.ts'
import { deliveredWording, type WordedDoor, type WordingName } from './delivered.ts'
import { fill } from './fill.ts'
import { isOnEveryPhone } from './one-sms.ts'
import { rehearse, secrecies } from './rehearse.ts'
import { allTold, doorsOfWording } from './told.ts'

const db = await testDatabase()
const baseUrl = 'https://lapor.go.id'
const offices = (await loadDirectory(db.publicDb)).agencies.flatMap(({ name, shortName }) => [name, shortName ?? name])
const setting = { calendar: makeCalendar({ holidays: [] }), policy: defaultPolicy, now: aWednesday, baseUrl }
const all = [...new Set(allTold().map(({ say }) => say))].flatMap((name) =>
  doorsOfWording(name).map((door): [WordedDoor, WordingName] => [door, name]),
)

test.each(all)('by %s, the words of %s that came with the product keep every rule for edited ones', (door, name) => {
  const delivered = deliveredWording(door, name)
  expect(delivered && checkWording(door, name, delivered, { offices, baseUrl })).toEqual([])
})

test.each(all)('by %s, %s edited into the very words that were delivered says exactly the same', (door, name) => {
  const wording = deliveredWording(door, name)
  for (const secrecy of secrecies)
    expect(rehearse({ door, name, wording }, secrecy, setting)).toEqual(rehearse({ door, name }, secrecy, setting))
})

test('the table knows every message that has words', () => {
  expect(all.length).toBeGreaterThan(130)
  for (const door of ['sms', 'x']) expect(all.filter(([one]) => one === door).length).toBeGreaterThan(34)
})

test('what is in brackets stands only where its placeholder has something to say', () => {
  expect(fill('Diterima[ dan diperiksa paling lambat {tenggat}].', { tenggat: 'Kamis' })).toBe(
    'Diterima dan diperiksa paling lambat Kamis.',
  )
  expect(fill('Diterima[ dan diperiksa paling lambat {tenggat}].', { tenggat: '' })).toBe('Diterima.')
})

const faultsOf = (door: WordedDoor, name: WordingName, words: string, subject: string | null = null) =>
  checkWording(door, name, { subject, words }, { offices, baseUrl }).map(({ field, why, what }) =>
    [field, why, what].filter(Boolean).join(' '),
  )

test.each([
  ['Laporan {nomor} ditanggapi[ sampai {tenggat}].', []],
  ['Laporan {nomor} ditanggapi[ sampai {tenggat}]. {tautan}', []],
  ['Laporan {nomor} ditanggapi.', ['words missing {tenggat}']],
  ['Laporan Anda ditanggapi[ sampai {tenggat}].', ['words missing {nomor}']],
  ['{nomor} {nama}[ {tenggat}]', ['words unknown {nama}']],
  ['', ['words empty', 'words missing {nomor}', 'words missing {tenggat}']],
  ['{nomor} [sampai {tenggat}', ['words brackets']],
  ['{nomor} [selalu] {tenggat}', ['words brackets']],
  ['{nomor} {tenggat} }', ['words brackets']],
  ['Laporan rahasia {nomor} ditanggapi {tenggat}', ['words secrecy']],
  ['{nomor} ditanggapi Dinas Kesehatan Kota Kupang {tenggat}', ['words office Dinas Kesehatan Kota Kupang']],
  ['LAPOR! {nomor} dijawab Kota Kupang[ sampai {tenggat}]', ['words office Kota Kupang']],
  ['{nomor} dijawab kab. luwu {tenggat}', ['words office Kab Luwu']],
  ['{nomor} dijawab Wali Kota Kupang {tenggat}', ['words office Kota Kupang']],
  ['{nomor} dijawab Gubernur DKI Jakarta {tenggat}', ['words office Gubernur DKI Jakarta']],
  ['{nomor} dijawab pemkot kupang {tenggat}', ['words office Pemkot Kupang']],
  ['{nomor} dijawab PLN {tenggat}', ['words office PLN']],
  ['{nomor} dijawab pemerintah kota Anda {tenggat}', []],
  ['{nomor} dijawab di Kupang. Kota, kabupaten, provinsi {tenggat}', []],
  ['{nomor} dijawab, kota batuan, bin {tenggat}', []],
  ['{nomor} {tenggat} buka bit.ly di www.contoh', ['words link']],
  ['{nomor} {tenggat} 😀', ['words letters']],
  [`{nomor} {tenggat} ${'panjang '.repeat(16)}`, ['words too_long_for_sms 162']],
])('an SMS “%s” is refused for %j', (words, faults) => {
  expect(faultsOf('sms', 'answered', words)).toEqual(faults)
})

test.each([
  ['answered', 'Laporan {nomor} ditanggapi 😀[ sampai {tenggat}]. “Baca” di sini:', []],
  ['answered', 'Laporan {nomor} ditanggapi[ sampai {tenggat}]. {tautan}', ['words unknown {tautan}']],
  ['answered', 'Laporan rahasia {nomor}[ sampai {tenggat}] di www.contoh', ['words secrecy', 'words link']],
  ['answered', `{nomor} {tenggat} ${'panjang '.repeat(27)}`, ['words too_long_for_x 289']],
  ['answered', `{nomor} {tenggat} ${'😀'.repeat(103)}`, []],
  ['answered', `{nomor} {tenggat} ${'😀'.repeat(104)}`, ['words too_long_for_x 282']],
  ['public_answer', 'Terima kasih. Pantau di {tautan} .', []],
  ['public_answer', 'Terima kasih, laporan Anda kami terima.', ['words missing {tautan}']],
  ['public_answer', 'Laporan {nomor} diterima: {tautan}', ['words unknown {nomor}']],
  ['public_answer', `{tautan} ${'panjang '.repeat(31)}`, ['words too_long_for_x 286']],
] as [WordingName, string, string[]][])('on X, %s as “%s” is refused for %j', (name, words, faults) => {
  expect(faultsOf('x', name, words)).toEqual(faults)
})

test.each([
  ['mail_status', 'Sekarang {status}[ sampai {tenggat}].', []],
  ['mail_status', 'Sekarang {status}.', ['words missing {tenggat}']],
  ['mail_noted', 'Terima kasih untuk {nomor}.', ['words unknown {nomor}']],
  ['mail_noted', 'Pesan rahasia Anda ada di lapor.go.id', ['words secrecy', 'words link']],
  ['mail_help', 'CEK, YA, BELUM, RAHASIA, ANONIM, STOP.', []],
] as [WordingName, string, string[]][])('in answer to a mail, %s as “%s” is refused for %j', (name, words, faults) => {
  expect(faultsOf('email', name, words, 'surel Anda')).toEqual(faults)
})

test('the public answer is rehearsed for an open report alone', () => {
  const said = secrecies.map((secrecy) => rehearse({ door: 'x', name: 'public_answer' }, secrecy, setting)?.text)
  expect(said).toEqual([expect.stringContaining('https://lapor.go.id/lacak?id=CONTOH123'), undefined, undefined])
})

test('what is said before it is clear about which report names none', () => {
  const said = (door: WordedDoor, name: WordingName) => rehearse({ door, name }, 'open', setting)?.text
  expect(said('x', 'stopped')).not.toContain('CONTOH123')
  expect(said('email', 'mail_other_address')).not.toContain('CON-TOH-123')
  expect(said('x', 'noted')).toMatch(/\nhttps:\/\/lapor\.go\.id\/lacak\?id=CONTOH123$/)
})

test('a letter’s subject names nothing, and its words may name number and day', () => {
  expect(faultsOf('email', 'answered', 'Ada tanggapan atas {nomor}[ sampai {tenggat}].', 'ada tanggapan')).toEqual([])
  expect(faultsOf('email', 'answered', 'Ada[ {tenggat}].', '{nomor} rahasia')).toEqual([
    'subject unknown {nomor}',
    'subject secrecy',
  ])
  expect(placeholdersOf('email', 'message')).toEqual({ required: [], allowed: ['nomor'] })
})

test('the letters of every phone are those of one septet each', () => {
  for (let code = 10; code < 0x3b0; code++) {
    const letter = String.fromCharCode(code)
    const { alphabet, length } = sizeOf(letter)
    expect([code, isOnEveryPhone(letter)]).toEqual([
      code,
      alphabet === 'gsm7' && length === 1 && code !== 12 && code !== 27,
    ])
  }
  expect(sizeOf(fill(deliveredWording('sms', 'status')?.words ?? '', longestValues(baseUrl))).fits).toBe(true)
})
