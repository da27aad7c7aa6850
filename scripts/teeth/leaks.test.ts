import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

test('what is planted in a function of the database is planted where that function was written last', () => {
  const names = /create (?:or replace )?function ([\w.]+)\s*\(/g
  const migrations = readdirSync(join(root, 'migrations')).map((name) => `migrations/${name}`)
  const definitions = new Map(migrations.map((file) => [file, [...read(file).matchAll(names)]]))
  const overtaken = leaks.filter(({ file, find }) => {
    const place = file.startsWith('migrations/') ? read(file).indexOf(find) : -1
    const around = definitions.get(file)?.findLast(({ index }) => index <= place + find.length)
    if (!around || place > endOf(read(file), around.index)) return false
    return migrations.some((other) => other > file && definitions.get(other)?.some(([, name]) => name === around[1]))
  })
  expect(overtaken.map(({ name }) => name)).toEqual([])
})

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Where the body between its two dollar signs ends. */
function endOf(sql: string, from: number): number {
  return sql.indexOf('$$', sql.indexOf('$$', from) + 2)
}
