import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import sodium from 'libsodium-wrappers'
import { expect, test } from 'vitest'
import { makeKeyPair, open, seal } from './seal.ts'

const keys = makeKeyPair()

test('what is sealed with the public key is opened with the pair, whatever was said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(open(keys, seal(keys.publicKey, text))).toBe(text.toWellFormed())
    }),
  )
})

test('a sealed box holds nothing readable, and no two are equal', () => {
  const text = JSON.stringify({ name: 'Marta Tefa', phone: '+6281234567890' })
  const box = seal(keys.publicKey, text)
  expect(box.includes('Marta')).toBe(false)
  expect(box.includes('81234567890')).toBe(false)
  expect(seal(keys.publicKey, text).equals(box)).toBe(false)
})

test('a sealed box does not tell how long a short name is', () => {
  expect(seal(keys.publicKey, 'Rio')).toHaveLength(seal(keys.publicKey, 'Maria Goretti Tefa, S.Sos.').length)
})

test('another pair opens nothing, and a changed box opens for nobody', () => {
  const box = seal(keys.publicKey, 'Marta')
  expect(() => open(makeKeyPair(), box)).toThrow()
  expect(() => open({ publicKey: keys.publicKey, privateKey: randomBytes(32) }, box)).toThrow()
  for (const at of [0, 40, box.length - 1]) {
    const changed = Buffer.from(box)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open(keys, changed)).toThrow()
  }
  expect(() => open(keys, Buffer.alloc(0))).toThrow()
})

test('boxes of an older version, libsodium’s own sealed box, open as well, whatever byte they begin with', () => {
  const padded = sodium.pad(Buffer.from('Marta'), 64)
  const older = [sodium.crypto_box_seal(padded, keys.publicKey)]
  while (older.at(-1)?.[0] !== seal(keys.publicKey, '')[0]) older.push(sodium.crypto_box_seal(padded, keys.publicKey))
  for (const box of older) expect(open(keys, box)).toBe('Marta')
})

test('a box for one never opens for the next to whom something is sealed', () => {
  const other = makeKeyPair()
  const boxes = [keys, other, keys].map(({ publicKey }, at) => seal(publicKey, `nomor ${at}`))
  expect(open(other, boxes[1] as Buffer)).toBe('nomor 1')
  expect(open(keys, boxes[2] as Buffer)).toBe('nomor 2')
  expect(() => open(other, boxes[2] as Buffer)).toThrow()
})

test('the same seed gives the same pair', () => {
  const seed = Buffer.alloc(32, 5)
  expect(makeKeyPair(seed)).toEqual(makeKeyPair(seed))
  expect(open(makeKeyPair(seed), seal(makeKeyPair(seed).publicKey, 'Marta'))).toBe('Marta')
  expect(makeKeyPair().publicKey).not.toEqual(makeKeyPair().publicKey)
})
