import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { listPath, readFilters } from './list-filters.ts'

const db = await testDatabase()
const directory = await loadDirectory(db.publicDb)

test('a list without a query shows the newest twenty of everything', () => {
  expect(readFilters({}, directory)).toEqual({ filters: { order: 'newest', per: 20 }, ignored: [] })
})

test.each([
  [{ status: 'closed' }, { stage: 'closed' }],
  [{ klasifikasi: 'aspiration' }, { kind: 'aspiration' }],
  [{ kategori: 'Kesehatan' }, { category: 'kesehatan' }],
  [{ instansi: 'Pemkot Kupang' }, { agency: 'kota-kupang' }],
  [{ wilayah: 'kota kupang' }, { area: '53.71' }],
  [{ wilayah: '53' }, { area: '53' }],
  [
    { dari: '2026-01-01', sampai: '2026-01-31' },
    { from: '2026-01-01', to: '2026-01-31' },
  ],
  [{ urut: 'terlama' }, { order: 'oldest' }],
  [{ per: '1000' }, { per: 100 }],
  [{ q: '  jalan \u0000 rusak\n' }, { q: 'jalan rusak' }],
])('the query %j is understood', (query, filters) => {
  const read = readFilters(query, directory)
  expect(read.filters).toMatchObject(filters)
  expect(read.ignored).toEqual([])
})

test.each([
  ['status', 'selesai sekali'],
  ['klasifikasi', '1'],
  ['kategori', 'tidak-ada'],
  ['instansi', 'Kementerian Sihir'],
  ['wilayah', '99.99'],
  ['dari', '2026-02-30'],
  ['sampai', 'kemarin'],
  ['sampai', '9999-12-31'],
  ['urut', 'acak'],
  ['setelah', '%00'],
  ['per', '-3'],
] as const)('a value of %s that means nothing (%s) is left out and named', (name, value) => {
  const read = readFilters({ [name]: value }, directory)
  expect(read.ignored).toEqual([name])
  expect(read.filters).toEqual({ order: 'newest', per: 20 })
})

test('the address of a list brings back its filters', () => {
  const query = { q: 'jalan & got', status: 'closed', kategori: 'kesehatan', instansi: 'kota-kupang', per: '50' }
  const { filters } = readFilters({ ...query, setelah: 'mkj2x5ds-K7M2QX4PR' }, directory)
  const again = Object.fromEntries(new URL(`http://lapor.test${listPath(filters)}`).searchParams)
  expect(readFilters(again, directory).filters).toEqual(filters)
})

test('a cursor is read as it was written, and nothing else is one', () => {
  const cursor = { publishedAt: new Date('2026-01-14T01:02:03.456Z'), id: '222222222' }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  expect(readCursor('zzzzzzzzzz-222222222')).toBeNull()
  expect(readCursor('abc-K7M2QX4PZ')).toBeNull()
})
