import { expect, test } from 'vitest'
import { type Day, dayOf, endOfDay, isDay, readDay, type Zone, zoneName } from './day.ts'

test.each([
  ['2026-01-14T16:59:00Z', '2026-01-14', '2026-01-15', '2026-01-15'],
  ['2026-01-14T17:00:00Z', '2026-01-15', '2026-01-15', '2026-01-15'],
  ['2026-01-14T15:59:00Z', '2026-01-14', '2026-01-14', '2026-01-15'],
  ['2026-01-14T14:59:59Z', '2026-01-14', '2026-01-14', '2026-01-14'],
  ['2025-12-31T15:00:00Z', '2025-12-31', '2025-12-31', '2026-01-01'],
] as [string, Day, Day, Day][])('%s is %s in WIB, %s in WITA and %s in WIT', (instant, wib, wita, wit) => {
  const at = new Date(instant)
  expect([dayOf(at, 'Asia/Jakarta'), dayOf(at, 'Asia/Makassar'), dayOf(at, 'Asia/Jayapura')]).toEqual([wib, wita, wit])
})

test.each([
  ['Asia/Jakarta', 'WIB', '2026-01-22T17:00:00.000Z'],
  ['Asia/Makassar', 'WITA', '2026-01-22T16:00:00.000Z'],
  ['Asia/Jayapura', 'WIT', '2026-01-22T15:00:00.000Z'],
] as [Zone, string, string][])('22 January 2026 ends at 24:00 in %s (%s), which is %s', (zone, name, end) => {
  expect(zoneName(zone)).toBe(name)
  expect(endOfDay('2026-01-22', zone).toISOString()).toBe(end)
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '22-01-2026', '', '2026-01-22 ', '0000-00-00'])(
  '"%s" is not a day',
  (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => readDay(text)).toThrow(RangeError)
  },
)

test('29 February of a leap year is a day', () => expect(readDay('2028-02-29')).toBe('2028-02-29'))
