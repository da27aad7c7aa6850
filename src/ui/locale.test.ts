import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageText, clockTime, count, longDay, longMoment, percent, shortDay, tinyDay, wholePercents } from './format.ts'
import { link, readLocale } from './locale.ts'

test.each([
  ['/', '/en'],
  ['/?x=1', '/en?x=1'],
  ['/lacak', '/en/lacak'],
  ['/laporan?status=closed', '/en/laporan?status=closed'],
])('%s is %s in English, and back again', (path, english) => {
  expect(link('id', path)).toBe(path)
  expect(link('en', path)).toBe(english)
  expect(readLocale(english)).toEqual({ locale: 'en', path })
  expect(readLocale(path)).toEqual({ locale: 'id', path })
})

test('a page whose name only begins with "en" is not English', () => {
  expect(readLocale('/energi')).toEqual({ locale: 'id', path: '/energi' })
})

test('a moment is said in the civil time of its zone, with the zone’s name', () => {
  const at = new Date('2026-01-22T16:30:00Z')
  expect(longMoment('id', at, 'Asia/Jakarta')).toBe('22 Januari 2026, 23.30 WIB')
  expect(longMoment('id', at, 'Asia/Jayapura')).toBe('23 Januari 2026, 01.30 WIT')
  expect(longMoment('en', at, 'Asia/Makassar')).toBe('23 January 2026, 00:30 WITA')
  expect(clockTime('id', new Date('2026-01-22T01:05:00Z'), 'Asia/Makassar')).toBe('09.05 WITA')
})

test('days, numbers and shares are written as each language writes them', () => {
  expect(longDay('id', '2026-01-22')).toBe('Kamis 22 Januari 2026')
  expect(shortDay('id', '2026-08-17')).toBe('17 Agu 2026')
  expect(tinyDay('en', '2026-01-22')).toBe('Thu 22 Jan')
  expect(count('id', 1389891)).toBe('1.389.891')
  expect(count('en', 1389891)).toBe('1,389,891')
  expect(percent('id', 0.58)).toBe('58%')
})

test.each([
  [0, 'hari ini'],
  [1, 'kemarin'],
  [12, '12 hari lalu'],
])('%i calendar days ago is "%s"', (days, words) => {
  expect(ageText('id', days)).toBe(words)
})

test.each([
  [
    [14, 17, 8],
    [36, 44, 20],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [5, 0, 0],
    [100, 0, 0],
  ],
])('%j as whole percents are %j: they add up', (parts, percents) => {
  expect(wholePercents(parts)).toEqual(percents)
})

const counts = fc.array(fc.nat(2_000_000), { minLength: 1, maxLength: 12 })

test('whole percents add up to 100, none is a whole percent off, and nothing is nothing', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const percents = wholePercents(parts)
      expect(percents.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100)
      for (const [index, part] of parts.entries()) {
        expect(Math.abs((percents[index] ?? 0) - (total && (part / total) * 100))).toBeLessThan(1)
        if (part === 0) expect(percents[index]).toBe(0)
      }
    }),
  )
})
