import fc from 'fast-check'
import { test } from 'vitest'
import { clockCase, naiveAnswer, ourAnswer } from './testing/clock-cases.ts'

test('a million random clocks end when an independent count says', () => {
  fc.assert(
    fc.property(clockCase, (one) => JSON.stringify(ourAnswer(one)) === JSON.stringify(naiveAnswer(one))),
    { numRuns: 1_000_000 },
  )
}, 1_200_000)
