import { expect, test } from 'vitest'
import { type Holiday, holidayNames, isWorkingDay, makeCalendar } from './calendar.ts'
import type { Day } from './day.ts'
import { ancestorsFrom } from './testing/ancestors.ts'
import { holidays2026 } from './testing/holidays-2026.ts'
import { addWorkingDays, countWorkingDays } from './working-days.ts'

const closure: Holiday = { day: '2026-01-20', name: 'HUT Kota', kind: 'closure', scope: 'kota-kupang' }
const calendar = makeCalendar({
  holidays: [...holidays2026, closure],
  ancestors: ancestorsFrom(
    new Map([
      ['dinas-kesehatan', 'kota-kupang'],
      ['kota-kupang', 'ntt'],
      ['ntt', null],
    ]),
  ),
})

test.each([
  ['2026-01-14', null, true, 'an ordinary Wednesday'],
  ['2026-01-16', null, false, "Isra Mi'raj"],
  ['2026-01-17', null, false, 'a Saturday'],
  ['2026-02-16', 'ntt', false, 'cuti bersama'],
  ['2026-01-20', 'kota-kupang', false, 'a closure of the office'],
  ['2026-01-20', 'dinas-kesehatan', false, 'a closure of the city above it'],
  ['2026-01-20', 'ntt', true, 'a closure of an office below'],
  ['2026-01-20', null, true, 'no closure of the national desk'],
  ['2026-01-20', 'unknown', true, 'an office that nobody knows'],
] as [Day, string | null, boolean, string][])('%s for %s: working day %s, %s', (day, scope, works) => {
  expect(isWorkingDay(day, scope, calendar)).toBe(works)
})

test.each([
  ['2026-01-14', 5, '2026-01-22'],
  ['2026-01-14', 0, '2026-01-14'],
  ['2026-01-17', 0, '2026-01-17'],
  ['2026-01-17', 1, '2026-01-19'],
  ['2026-03-17', 1, '2026-03-25'],
  ['2025-12-24', 3, '2025-12-31'],
] as [Day, number, Day][])('%s + %i working days = %s', (start, count, end) => {
  expect(addWorkingDays(start, count, calendar, null)).toBe(end)
  expect(countWorkingDays(start, end, calendar, null)).toBe(count)
})

test('days off keep their names, each once, also on a weekend', () => {
  expect(holidayNames('2026-03-21', null, calendar)).toEqual(['Idul Fitri'])
  expect(holidayNames('2026-01-20', 'dinas-kesehatan', calendar)).toEqual(['HUT Kota'])
  expect(countWorkingDays('2026-01-22', '2026-01-14', calendar, null)).toBe(0)
})

test('a year is decreed when it has cuti bersama, unless the rows say which years are', () => {
  expect([calendar.decreed.has(2026), calendar.decreed.has(2027)]).toEqual([true, false])
  expect(makeCalendar({ holidays: [], decreed: [2027] }).decreed.has(2027)).toBe(true)
})
