import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex, normaliseEmail, normalisePhone } from './contact.ts'

test.each([
  '081234567890',
  '6281234567890',
  '+6281234567890',
  '006281234567890',
  '+62 812-3456-7890',
  '(0812) 3456 7890',
  '+62 (0)812 3456 7890',
  '+620812.3456.7890',
  '6208 1234567890',
  '81234567890',
  '０８１２３４５６７８９０',
  '\u202a+62 812‑3456‑7890\u202c',
])('the phone written %s is one and the same', (written) => {
  expect(normalisePhone(written)).toBe('+6281234567890')
})

test.each([
  ['a line in Kupang', '0380-821234', '+62380821234'],
  ['a number of Timor-Leste', '+670 7723 4567', '+67077234567'],
  ['a number of Malaysia', '0060123456789', '+60123456789'],
])('%s stays what it is', (_, written, number) => {
  expect(normalisePhone(written)).toBe(number)
})

test.each([
  '',
  '1708',
  'TELKOMSEL',
  '+',
  '08',
  '0812',
  '0812345678901234567',
  '+62',
  '+0812345678',
  'marta@contoh.id',
  '08x12345678',
])('%j is no phone number', (written) => {
  expect(normalisePhone(written)).toBeNull()
})

test.each([
  ['marta@contoh.id', 'marta@contoh.id'],
  [' Marta.Tefa+lapor@Contoh.ID\n', 'marta.tefa+lapor@contoh.id'],
  ['marta@kantor-desa.nttprov.go.id', 'marta@kantor-desa.nttprov.go.id'],
  ['marta@münchen.de', 'marta@xn--mnchen-3ya.de'],
  ['ｍarta@contoh.id', 'marta@contoh.id'],
])('the e-mail written %j is %s', (written, email) => {
  expect(normaliseEmail(written)).toBe(email)
})

test.each([
  '',
  'marta',
  'marta@',
  '@contoh.id',
  'marta@contoh',
  'a b@contoh.id',
  'marta@@contoh.id',
  'marta@contoh..id',
  '.marta@contoh.id',
  'marta@contoh.id, rio@contoh.id',
  'marta@contoh.id\r\nBcc: rio@contoh.id',
  '<marta@contoh.id>',
  `${'m'.repeat(65)}@contoh.id`,
  'marta@127.0.0.1',
])('%j is no e-mail address', (written) => {
  expect(normaliseEmail(written)).toBeNull()
})

test('normalising again changes nothing, and nothing throws', () => {
  const written = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[+0]?6?2?8?[\d -]{5,16}$/),
  )
  fc.assert(
    fc.property(written, (text) => {
      const [phone, email] = [normalisePhone(text), normaliseEmail(text)]
      if (phone) expect(normalisePhone(phone)).toBe(phone)
      if (email) expect(normaliseEmail(email)).toBe(email)
    }),
    { numRuns: 2000 },
  )
})

test('an index finds the same value again, and no other', () => {
  const secret = Buffer.alloc(32, 9)
  const index = blindIndex(secret, 'phone', '+6281234567890')
  expect(index).toHaveLength(32)
  expect(blindIndex(secret, 'phone', '+6281234567890').equals(index)).toBe(true)
  expect(blindIndex(secret, 'phone', '+6281234567891').equals(index)).toBe(false)
  expect(blindIndex(secret, 'email', '+6281234567890').equals(index)).toBe(false)
  expect(blindIndex(Buffer.alloc(32, 8), 'phone', '+6281234567890').equals(index)).toBe(false)
  expect(() => blindIndex(Buffer.alloc(8), 'phone', '+62812')).toThrow()
})
