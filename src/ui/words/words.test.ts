import { expect, test } from 'vitest'
import { catalogue, wordsIn } from './index.ts'
import type { Phrase } from './words.ts'

const entries: [string, { id: Phrase; en: Phrase }][] = Object.entries(catalogue)

test.each(entries)('%s is said in both languages, with the same arguments', (key, { id, en }) => {
  expect(key).toMatch(/^[a-z]+(_[a-z0-9]+)+$/)
  expect(typeof id).toBe(typeof en)
  if (typeof id === 'function') return expect(id.length).toBe(en.length)
  expect(id.trim()).not.toBe('')
  expect(String(en).trim()).not.toBe('')
})

test('a language speaks its own words', () => {
  expect(wordsIn('id').time_left(2)).toBe('2 hari kerja lagi')
  expect(wordsIn('en').time_left(1)).toBe('1 working day left')
  expect(wordsIn('en').common_nav_track).toBe('Track')
})

test('no room takes a word from another: every key stands in one file only', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'index.ts')
  const keys = files.flatMap((file) =>
    [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/^ {2}([a-z][a-z0-9_]+): [{]/gm)].map(
      (match) => match[1],
    ),
  )
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
