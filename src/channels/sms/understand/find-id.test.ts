import { expect, test } from 'vitest'
import { groupTrackingId, isTrackingId, makeTrackingId, symbols } from '../../../report/tracking-id.ts'
import { keywords } from './testing/utterances.ts'
import { understand } from './understand.ts'

const kinds = (text: string) => understand(text, keywords, []).kind

/** IDs of letters alone, one in 46 of all. */
const ofLetters = ['JCTTJKWXY', 'NXJYCNMKJ', 'NRQPMJYCC', 'MYWPTPQDM']

test.each(ofLetters)('%s has no digit, and is a tracking ID all the same', (id) => {
  expect(isTrackingId(id)).toBe(true)
  expect(kinds(`CEK ${id}`)).toBe('status')
  expect(kinds(`cek ${id.toLowerCase()}`)).toBe('status')
  expect(kinds(`CEK ${groupTrackingId(id)}`)).toBe('status')
})

test('short words without vowels are no tracking ID, whatever their sum', () => {
  const letters = [...symbols].filter((symbol) => /\D/.test(symbol))
  const last = letters.find((symbol) => isTrackingId(`DGNTDKRW${symbol}`)) ?? symbols[0]
  expect(understand(`dgn tdk rw${last} jalan rusak parah`.toLowerCase(), keywords, []).kind).toBe('file')
})

test('a status is asked for by whatever ID there can be', () => {
  for (let drawn = 0; drawn < 2_000; drawn++) {
    const id = makeTrackingId()
    expect(kinds(`CEK ${id}`), id).toBe('status')
    expect(kinds(`CEK ${groupTrackingId(id)}`), id).toBe('status')
  }
})
