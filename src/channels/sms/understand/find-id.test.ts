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

test.each([
  'CEK',
  'status',
  'YA',
  'BELUM',
  'RAHASIA',
  'ANONIM',
  'BALAS',
  'CABUT',
  'cek laporan',
  'NILAI 4',
  'LAPOR',
  '',
])('"%s" with a number in groups, one symbol wrong, is no report: it is not found, as in one piece', (command) => {
  for (const id of ['8MT CF7 9Y4', '8MT-CF7-9Y4', '8mt.cf7.9y4'])
    expect(understand(`${command} ${id}`, keywords, [])).toEqual({
      kind: 'ask',
      question: 'no_such_report',
      about: '8MTCF79Y4',
    })
})

test("in one's own number one wrong symbol is forgiven, in groups as in one piece; two are not", () => {
  const own = [{ trackingId: 'R33J2DKXH', open: true }]
  const heard = (text: string) => understand(text, keywords, own)
  for (const id of ['R33-J2D-KXM', 'R33 J2D KXM', 'R33J2DKXM'])
    expect(heard(`CEK ${id}`)).toEqual({ kind: 'status', trackingId: 'R33J2DKXH' })
  expect(heard('CEK R33-J2D-KYM')).toEqual({ kind: 'ask', question: 'no_such_report', about: 'R33J2DKYM' })
})

test.each([
  'lapor rt3 rw2 gg5 lampu mati',
  'jalan rusak di blok 8MT CF7 9Y4 depan pasar',
  'plat DH1 23A B4C parkir di trotoar',
])('letters and digits in threes that nobody calls a number are words: %s', (text) => expect(kinds(text)).toBe('file'))

test('a status is asked for by whatever ID there can be', () => {
  for (let drawn = 0; drawn < 2_000; drawn++) {
    const id = makeTrackingId()
    expect(kinds(`CEK ${id}`), id).toBe('status')
    expect(kinds(`CEK ${groupTrackingId(id)}`), id).toBe('status')
  }
})
