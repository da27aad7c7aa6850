import { expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { redact } from './redact.ts'
import { takenOut } from './taken-out.ts'

const whole = 'Kata Yosefina Klobor, HP 0812-3456-7890: persil 5371 milik yosefina klobor.'

test.each([
  [[]],
  [['Yosefina Klobor']],
  [['Kata', '5371']],
  [['Yosefina Klobor', '0812-3456-7890', 'yosefina klobor.']],
])('what was taken out is found again, so that it can be put back: %j', (pieces) => {
  const edited = redact(whole, pieces)
  expect(redact(whole, takenOut(whole, edited) ?? ['?'])).toBe(edited)
})

test('a name and a number side by side are told apart', () => {
  const words = 'Hubungi Ibu Yosefina Klobor 0812-3456-7890. Obat habis.'
  const pieces = ['Yosefina Klobor', '0812-3456-7890']
  expect(takenOut(words, redact(words, pieces), findPersonalData(words))).toEqual(pieces)
})

test.each([
  ['other words', 'Kata [disamarkan], HP ada: persil 5371 milik [disamarkan].'],
  ['a shorter text', 'Kata [disamarkan]'.slice(0, 4)],
  ['nothing like it', '[disamarkan]x[disamarkan]'],
  ['nothing at all', ''],
])('after an edit by hand nothing is told of single pieces: %s', (_what, edited) => {
  expect(takenOut(whole, edited)).toBeUndefined()
})
