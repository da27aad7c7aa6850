import { expect, test } from 'vitest'
import { paceModel } from './pace-model.ts'

test('half were done by the day on which the middle one was; in time is the last day allowed and before', () => {
  const { total, half, inTime } = paceModel(
    new Map([
      [7, 1],
      [1, 2],
      [5, 3],
    ]),
    5,
  )
  expect({ total, half, inTime }).toEqual({ total: 6, half: 5, inTime: 5 })
})

test('very late ones stand together at the end, the tallest bar is whole, and nothing at all is nothing', () => {
  const { bars } = paceModel(
    new Map([
      [2, 8],
      [15, 1],
      [40, 3],
    ]),
    5,
  )
  expect(bars).toEqual([
    { day: 2, n: 8, share: 1 },
    { day: 15, n: 4, share: 0.5 },
  ])
  expect(paceModel(new Map(), 5)).toMatchObject({ bars: [], total: 0 })
})
