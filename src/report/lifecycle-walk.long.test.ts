import { expect, test } from 'vitest'
import { walk } from './testing/walk.ts'

test('1,000,000 random steps: no illegal state, no dead end, no close over a reply', { timeout: 600_000 }, () => {
  const { steps, lives } = walk(1_000_000, 4)
  process.stderr.write(`${steps} steps in ${lives} lives\n`)
  expect(steps).toBe(1_000_000)
})
