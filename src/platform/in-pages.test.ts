import { expect, test } from 'vitest'
import { inPages } from './in-pages.ts'

test.each([0, 1, 2, 3, 4, 5])('of %i rows each comes once, in order, two at a time', async (count) => {
  const all = Array.from({ length: count }, (_, at) => at)
  const asked: (number | undefined)[] = []
  const rows: number[] = []
  const page = async (last: number | undefined) => {
    asked.push(last)
    return all.filter((row) => row > (last ?? -1)).slice(0, 2)
  }
  for await (const row of inPages(2, page)) rows.push(row)
  expect(rows).toEqual(all)
  expect(asked).toHaveLength(Math.floor(count / 2) + 1)
})
