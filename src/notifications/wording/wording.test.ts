import { expect, test } from 'vitest'
import { sizeOf } from '../../channels/sms/parts/fit-sms.ts'
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
  expect(all.length).toBeGreaterThan(70)
  expect(all.filter(([door]) => door === 'sms').length).toBeGreaterThan(34)
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
  ['{nomor} {tenggat} buka bit.ly di www.contoh', ['words link']],
  ['{nomor} {tenggat} 😀', ['words letters']],
  [`{nomor} {tenggat} ${'panjang '.repeat(16)}`, ['words too_long_for_sms 162']],
])('an SMS “%s” is refused for %j', (words, faults) => {
  expect(faultsOf('sms', 'answered', words)).toEqual(faults)
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
