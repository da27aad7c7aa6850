import { expect, test } from 'vitest'
import { figureOf, quantile, ratios } from './figures.ts'

test('a figure is the median of its repeats, with the least and the most', () => {
  expect(figureOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 })
  expect(figureOf([4, 2])).toEqual({ median: 3, least: 2, most: 4 })
})

test('the p95 of a hundred and one latencies is the ninety-sixth', () => {
  expect(
    quantile(
      Array.from({ length: 101 }, (_, index) => 100 - index),
      0.95,
    ),
  ).toBe(95)
})

test('ratios compare what was measured beside each other', () => {
  expect(ratios([10, 30], [5, 10])).toEqual([2, 3])
})

test('nothing measured is no figure', () => {
  expect(() => figureOf([])).toThrow(RangeError)
})
