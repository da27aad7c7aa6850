import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'

type Leak = { name: string; file: string; find: string; caughtBy: [test: string] }

const { leaks } = (await import(String(new URL('leaks.mjs', import.meta.url)))) as { leaks: Leak[] }

test('every planted leak still has the one place where it is planted, and the test that is to catch it', () => {
  const lost = leaks.filter(({ file, find, caughtBy: [named] }) => {
    const places = readFileSync(join(root, file), 'utf8').split(find).length - 1
    return places !== 1 || !existsSync(join(root, named))
  })
  expect(leaks.length).toBeGreaterThanOrEqual(40)
  expect(lost.map(({ name }) => name)).toEqual([])
})
