import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayOf, daysBetween, endOfDay, startOfDay, weekday } from './day.ts'
import { calendarOf, clockCase, instant, naiveAnswer, offDays, ourAnswer, scope, zone } from './testing/clock-cases.ts'
import { life, naiveClocks, ourClocks } from './testing/life-cases.ts'
import { dayTable, naiveIndex, naiveTables } from './testing/naive-days.ts'
import { addWorkingDays, countWorkingDays } from './working-days.ts'

test('any clock, paused and resumed in any zone and office, ends when the naive count says', () => {
  fc.assert(
    fc.property(clockCase, (one) => {
      expect(ourAnswer(one)).toEqual(naiveAnswer(one))
    }),
    { numRuns: 5_000 },
  )
}, 60_000)

test('the civil day of any instant is the one that the time zone database gives', () => {
  fc.assert(
    fc.property(instant, zone, (at, zone) => {
      const day = dayOf(at, zone)
      expect(day).toBe(dayTable[naiveIndex(at, zone)])
      expect(startOfDay(day, zone) <= at && at < endOfDay(day, zone)).toBe(true)
      expect(endOfDay(day, zone)).toEqual(startOfDay(addDays(day, 1), zone))
    }),
    { numRuns: 5_000 },
  )
})

test('days follow each other through seven years as a table counted by hand says', () => {
  for (const [index, day] of dayTable.entries()) {
    expect([addDays('2024-01-01', index), daysBetween('2024-01-01', day), (weekday(day) + 6) % 7]).toEqual([
      day,
      index,
      index % 7,
    ])
  }
})

test('counting working days undoes adding them, and both agree with a table of working days', () => {
  const index = fc.integer({ min: 0, max: 800 })
  fc.assert(
    fc.property(offDays, scope, index, index, fc.integer({ min: 0, max: 60 }), (off, scope, a, b, count) => {
      const calendar = calendarOf(off)
      const works = naiveTables(off).get(scope) ?? []
      const [from, through] = [dayTable[a] as Day, dayTable[b] as Day]
      expect(countWorkingDays(from, through, calendar, scope)).toBe(works.slice(a + 1, b + 1).filter(Boolean).length)
      const end = addWorkingDays(from, count, calendar, scope)
      expect(countWorkingDays(from, end, calendar, scope)).toBe(count)
      expect(count === 0 ? end === from : works[dayTable.indexOf(end)]).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('through any allowed life of a report, every clock runs, stops and ends as its stages say', () => {
  fc.assert(
    fc.property(life, (one) => {
      expect(ourClocks(one)).toEqual(naiveClocks(one))
    }),
    { numRuns: 1_500 },
  )
}, 60_000)
