import { expect, test } from 'vitest'
import { idsIn, placesOfIds } from './ids-in.ts'
import { makeTrackingId } from './tracking-id.ts'

test.each([
  'laporan K7M2QX4PW sudah',
  'laporanK7M2QX4PWsudah',
  'k7m-2qx-4pw',
  'K7M 2QX 4PW',
  'K7M – 2QX – 4PW',
  'K7M/2QX/4PW',
  'Ｋ７Ｍ２ＱＸ４ＰＷ',
])('the number in “%s” is found', (text) => {
  expect(idsIn(text)).toContain('K7M2QX4PW')
})

test('words, telephones and dates are no numbers', () => {
  expect(idsIn('Lampu jalan di depan Puskesmas Oebobo mati sejak 14-01-2026, telepon 0812-3456-7890.')).toEqual([])
})

test('each of a thousand numbers is found, at its place, however long the text before it', () => {
  const ids = Array.from({ length: 1_000 }, () => makeTrackingId())
  const text = `${'aduan warga '.repeat(10_000)}${ids.join(' dan ')}`
  expect(idsIn(text)).toEqual(expect.arrayContaining(ids))
  for (const { id, start, end } of placesOfIds(text).filter(({ id }) => ids.includes(id)))
    expect(text.slice(start, end)).toBe(id)
})
