import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { symbols } from '../report/tracking-id.ts'
import { deriveReportKey, groupReportKey, hashReportKey, opensWith, parseReportKey } from './report-key.ts'

const secret = Buffer.alloc(32, 7)

test('the same filing sent again gets the same key', () => {
  const key = deriveReportKey(secret, 'form-1', 'report-1')
  expect(deriveReportKey(secret, 'form-1', 'report-1')).toBe(key)
})

test('another filing, another report or another installation gets another key', () => {
  const keys = [
    deriveReportKey(secret, 'form-1', 'report-1'),
    deriveReportKey(secret, 'form-2', 'report-1'),
    deriveReportKey(secret, 'form-1', 'report-2'),
    deriveReportKey(secret, 'form-1report', '-1'),
    deriveReportKey(secret, 'form-1","report-1', ''),
    deriveReportKey(Buffer.alloc(32, 8), 'form-1', 'report-1'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('a key holds at least 80 bits', () => {
  const key = deriveReportKey(randomBytes(32), randomUUID(), randomUUID())
  expect(key).toMatch(/^[2-9CDFHJKMNPQRTWXY]{20}$/)
  expect(key.length * Math.log2(symbols.length)).toBeGreaterThan(80)
})

test('every symbol of the alphabet appears in every place', () => {
  const keys = Array.from({ length: 1500 }, (_, at) => deriveReportKey(secret, String(at), 'r'))
  for (let at = 0; at < 20; at++) expect(new Set(keys.map((key) => key[at])).size).toBe(symbols.length)
})

test('a secret that is too short is refused', () => {
  expect(() => deriveReportKey(Buffer.alloc(16), 'form-1', 'report-1')).toThrow()
})

test('a key is forgiven its case, spaces, dashes and look-alikes', () => {
  fc.assert(
    fc.property(fc.string(), (filing) => {
      const key = deriveReportKey(secret, filing, 'r')
      expect(parseReportKey(groupReportKey(key))).toBe(key)
      expect(parseReportKey(` ${groupReportKey(key).toLowerCase().replaceAll('-', ' ')}\n`)).toBe(key)
      expect(parseReportKey(key.replaceAll('5', 'S').replaceAll('8', 'b'))).toBe(key)
    }),
  )
})

test.each(['', 'salah', '0'.repeat(20), 'K'.repeat(19), 'K'.repeat(21), '\u0000', 'x'.repeat(1_000_000)])(
  'text %# that is no key is none',
  (text) => {
    expect(parseReportKey(text)).toBeNull()
  },
)

test('only the key itself opens the report', () => {
  const key = deriveReportKey(secret, 'form-1', 'report-1')
  const stored = hashReportKey(key)
  expect(stored).toHaveLength(32)
  expect(opensWith(key, stored)).toBe(true)
  expect(opensWith(deriveReportKey(secret, 'form-2', 'report-1'), stored)).toBe(false)
  expect(opensWith(null, stored)).toBe(false)
  expect(opensWith(key, null)).toBe(false)
  expect(opensWith(null, null)).toBe(false)
  expect(opensWith(key, Buffer.alloc(3))).toBe(false)
  expect(opensWith('', Buffer.alloc(32))).toBe(false)
})

test('a key is written in groups of four', () => {
  expect(groupReportKey('234567892345678923CD')).toBe('2345-6789-2345-6789-23CD')
})
