import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeReturn } from './safe-return.ts'

test('whatever is asked for, a browser stays on this site', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    '%2f',
    'http:',
    'a',
    '//b.example',
    ' ',
    '\u0000',
  )
  const wanted = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
    fc.webUrl(),
    fc.string(),
  )
  fc.assert(
    fc.property(wanted, (text) => {
      const target = safeReturn(text)
      if (target !== undefined) expect(new URL(target, 'https://lapor.test/masuk').origin).toBe('https://lapor.test')
    }),
    { numRuns: 5000 },
  )
})

test.each([
  [undefined],
  [['/a', '/b']],
  [''],
  ['laporan'],
  [`/${'a'.repeat(500)}`],
  ['/masuk?lanjut=/masuk'],
  ['/en/daftar/'],
])('%j leads nowhere', (wanted) => {
  expect(safeReturn(wanted)).toBeUndefined()
})
