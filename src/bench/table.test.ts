import { expect, test } from 'vitest'
import { tableOf } from './table.ts'

const flat = (value: number) => ({ median: value, least: value, most: value })
const sealing = { filing: flat(0.3), opening: flat(1.2) }
const row = { name: 'file a report', p50: flat(2), p95: flat(9), perSecond: flat(900) }

test('a row says beside its figures which bars they keep and which they miss', () => {
  const bar = { share: 0.08, perSecond: 1000, p95: 60 }
  const table = tableOf(
    [{ ...row, bar, limitPerSecond: flat(9000), share: flat(0.1), growth: flat(1.1) }],
    { web: 100, worker: 90, proportional: 80 },
    sealing,
    'now',
  )
  expect(table).toContain('✓ ≥ 8.0 % · ✗ MISSED ≥ 1,000/s · ✓ p95 ≤ 60 ms · ✓ growth ≤ 1.5')
  expect(table).toContain('= 60.0 % of its page at a desk  ✗ MISSED ≤ 15.0 %')
  expect(table).toContain('100 + 90 = 190 MB (80 with what they share counted once)  ✓ ≤ 300 MB')
})

test('what has no limit and no bar is shown all the same', () => {
  expect(tableOf([{ ...row, bar: {} }], { web: 300, worker: 90, proportional: 80 }, sealing, 'now')).toContain(
    '✗ MISSED ≤ 300 MB',
  )
})
