import fc from 'fast-check'
import { test } from 'vitest'
import { clockCase, naiveAnswer, ourAnswer } from './testing/clock-cases.ts'
import { life, naiveClocks, ourClocks } from './testing/life-cases.ts'

test('a million random clocks end when an independent count says', () => {
  fc.assert(
    fc.property(clockCase, (one) => JSON.stringify(ourAnswer(one)) === JSON.stringify(naiveAnswer(one))),
    { numRuns: 1_000_000 },
  )
}, 1_200_000)

test('through a hundred thousand random lives, every clock runs, stops and ends as its stages say', () => {
  fc.assert(
    fc.property(life, (one) => JSON.stringify(ourClocks(one)) === JSON.stringify(naiveClocks(one))),
    { numRuns: 100_000 },
  )
}, 1_200_000)
