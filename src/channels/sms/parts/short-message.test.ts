import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeUcs2 } from './alphabet.ts'
import { encodeGsm7 } from '../../../platform/gsm/gsm7.ts'
import { readShortMessage } from './short-message.ts'
import { fromPhone, headerOf } from './testing/from-phone.ts'

const body = encodeGsm7('jalan rusak') as Buffer
const read = (...header: number[]) =>
  readShortMessage({ dataCoding: 0, octets: Buffer.concat([Buffer.from(header), body]), hasHeader: true })

test.each([
  ['8 bits', [5, 0, 3, 0xab, 3, 2], 0xab],
  ['16 bits', [6, 8, 4, 0xab, 0xcd, 3, 2], 0xabcd],
  ['8 bits after a port', [11, 5, 4, 0x0b, 0x84, 0, 0, 0, 3, 0xab, 3, 2], 0xab],
])('a header with a reference of %s says the place of its part', (_, header, number) => {
  expect(read(...header)).toEqual({
    ref: { number, of: 3, at: 2 },
    alphabet: 'gsm7',
    hex: body.toString('hex'),
    text: 'jalan rusak',
  })
})

test('a part may be one of 255', () => {
  expect(read(5, 0, 3, 1, 255, 255).ref).toEqual({ number: 1, of: 255, at: 255 })
})

test('the fields of SMPP say the same', () => {
  const octets = encodeUcs2('rusak 😀')
  const part = readShortMessage({ dataCoding: 8, octets, segment: { number: 0x1234, of: 2, at: 1 } })
  expect(part).toMatchObject({ ref: { number: 0x1234, of: 2, at: 1 }, text: 'rusak 😀' })
  expect(part.odd).toBeUndefined()
})

test.each([
  ['part 0', [5, 0, 3, 1, 3, 0]],
  ['part 4 of 3', [5, 0, 3, 1, 3, 4]],
  ['part 1 of 0', [5, 0, 3, 1, 0, 1]],
  ['an element that ends after the header', [5, 0, 9, 1, 3, 1]],
  ['an element without length', [1, 0]],
  ['a reference of two octets where one belongs', [6, 0, 4, 1, 3, 1, 9]],
])('a header that claims %s leaves a message of its own', (_, header) => {
  expect(read(...header)).toMatchObject({ text: 'jalan rusak', odd: ['header_lies'] })
  expect(read(...header).ref).toBeUndefined()
})

test('a header that claims to be longer than the message is none, and not one letter of the message is lost', () => {
  const octets = encodeGsm7('zalan rusak') as Buffer
  expect(readShortMessage({ dataCoding: 0, octets, hasHeader: true })).toMatchObject({
    text: 'zalan rusak',
    odd: ['header_lies'],
  })
  expect(readShortMessage({ dataCoding: 0, octets: Buffer.alloc(0), hasHeader: true })).toMatchObject({ text: '' })
})

test.each([
  ['no total', { number: 1, at: 1 }],
  ['part 0', { number: 1, of: 2, at: 0 }],
  ['part 3 of 2', { number: 1, of: 2, at: 3 }],
  ['no number', { of: 2, at: 1 }],
])('fields of SMPP with %s leave a message of its own', (_, segment) => {
  const part = readShortMessage({ dataCoding: 0, octets: body, segment })
  expect(part).toMatchObject({ text: 'jalan rusak', odd: ['header_lies'] })
  expect(part.ref).toBeUndefined()
})

test('part 1 of 1 is a whole message, and no lie', () => {
  const part = read(...headerOf(7, 1, 1))
  expect(part).toEqual({ alphabet: 'gsm7', hex: body.toString('hex'), text: 'jalan rusak' })
})

test('an operator whose own alphabet is Latin-1 is read in it', () => {
  const message = { dataCoding: 0, octets: Buffer.from('marta@contoh.id', 'latin1') }
  expect(readShortMessage(message, 'latin1').text).toBe('marta@contoh.id')
  expect(readShortMessage(message).text).toBe('marta¡contoh.id')
})

test('no header, no coding and no octets throw', () => {
  const anything = fc.record({
    dataCoding: fc.nat(255),
    octets: fc.uint8Array({ maxLength: 260 }).map((octets) => Buffer.from(octets)),
    hasHeader: fc.boolean(),
    segment: fc.record({ number: fc.nat(70_000), of: fc.integer(), at: fc.integer() }, { requiredKeys: [] }),
  })
  fc.assert(
    fc.property(anything, (message) => {
      const { ref } = readShortMessage(message)
      if (ref) expect(ref.at >= 1 && ref.at <= ref.of && ref.of <= 255).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a text that fits into one message has no header', () => {
  expect(fromPhone('x'.repeat(160))).toHaveLength(1)
  expect(fromPhone('x'.repeat(161))).toHaveLength(2)
  expect(fromPhone('😀'.repeat(35))).toHaveLength(1)
  expect(fromPhone('😀'.repeat(36))).toHaveLength(2)
})
