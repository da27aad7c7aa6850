import { expect, test } from 'vitest'
import { walk } from './testing/walk.ts'

test('20,000 random steps are the same by the table and by the rules told a second time', () => {
  expect(walk(20_000, 1708).steps).toBe(20_000)
})
