import { expect, test } from 'vitest'
import { makeClock } from './clock.ts'
import { addDuration } from './duration.ts'

const start = new Date('2026-01-31T20:00:00Z')

test.each([
  ['P14D', '2026-02-14T20:00:00.000Z'],
  ['-P250D', '2025-05-26T20:00:00.000Z'],
  ['PT2400S', '2026-01-31T20:40:00.000Z'],
  ['P2W', '2026-02-14T20:00:00.000Z'],
  ['-PT0.5S', '2026-01-31T19:59:59.500Z'],
  ['P1Y2M3DT4H5M6S', '2027-04-04T00:05:06.000Z'],
  ['+P1D', '2026-02-01T20:00:00.000Z'],
])('the clock moved by %s shows %s', (duration, moved) => {
  expect(addDuration(start, duration).toISOString()).toBe(moved)
})

test.each(['', 'P', 'PT', 'P1DT', '14D', 'P1H', 'P-1D', 'P1.5D', 'p1d'])('%j is no duration', (text) => {
  expect(() => addDuration(start, text)).toThrow(RangeError)
})

test('a clock without an offset is the machine’s', () => {
  expect(Math.abs(makeClock({})().getTime() - Date.now())).toBeLessThan(1_000)
})
