import { expect, test } from 'vitest'
import { makeFormKey, readFormKey } from './form-key.ts'

const secret = Buffer.alloc(32, 7)

test('a form key is ours, fits an address, and is never drawn twice', () => {
  const keys = Array.from({ length: 1000 }, () => makeFormKey(secret))
  expect(new Set(keys).size).toBe(1000)
  for (const key of keys) {
    expect(readFormKey(secret, key)).toBe(key)
    expect(encodeURIComponent(key)).toBe(key)
  }
})

test('a key that someone chose or changed is none', () => {
  const key = makeFormKey(secret)
  const changed = [...key].map((letter, at) => key.slice(0, at) + (letter === 'A' ? 'B' : 'A') + key.slice(at + 1))
  for (const text of [
    ...changed,
    '',
    undefined,
    'a'.repeat(38),
    `${key}=`,
    `${key} `,
    key.slice(1),
    makeFormKey(Buffer.alloc(32, 8)),
  ])
    expect(readFormKey(secret, text)).toBeNull()
})
