import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeGsm7, encodeGsm7, isGsm7 } from './gsm7.ts'

test.each([
  ['Jalan rusak di depan pasar', '4a616c616e20727573616b20646920646570616e207061736172'],
  ['@£$_', '00010211'],
  ['{LAPOR!} [1] ~ | \\ ^ €', '1b284c41504f52211b29201b3c311b3e201b3d201b40201b2f201b14201b65'],
  ['àéÑ', '7f055d'],
])('%s is written in septets and read again', (text, hex) => {
  expect(encodeGsm7(text)?.toString('hex')).toBe(hex)
  expect(decodeGsm7(Buffer.from(hex, 'hex'))).toBe(text)
})

test('a letter outside both tables makes no septets, not even a space', () => {
  for (const text of ['ç', 'jalan “rusak”', '😀', '\x1b', 'á']) {
    expect(encodeGsm7(text)).toBeNull()
    expect(isGsm7(text)).toBe(false)
  }
})

test.each([
  ['an octet above 127', [0x4a, 0x80, 0xff], 'J\ufffd\ufffd'],
  ['an escape before nothing', [0x4a, 0x1b], 'J\ufffd'],
  ['an escape before an octet above 127', [0x1b, 0xc0], '\ufffd'],
])('%s is marked', (_, septets, text) => {
  expect(decodeGsm7(Buffer.from(septets))).toBe(text)
})

test('an escape before a septet without extension gives the plain letter, a second one a space', () => {
  expect(decodeGsm7(Buffer.from([0x1b, 0x61, 0x1b, 0x1b, 0x62]))).toBe('a b')
})

test('any septets but escapes are the same septets again', () => {
  const septets = fc.array(fc.nat(127).filter((septet) => septet !== 0x1b))
  fc.assert(
    fc.property(septets, (some) => {
      expect([...(encodeGsm7(decodeGsm7(Buffer.from(some))) ?? [])]).toEqual(some)
    }),
  )
})
