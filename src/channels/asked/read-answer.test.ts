import { describe, expect, test } from 'vitest'
import type { OwnReport, Question } from '../sms/understand/understood.ts'
import { readAnswer } from './read-answer.ts'
import { isSame } from './said-with-it.ts'

const road = 'K7M2QX4PW'
const strangers = 'HJ7TWX3DP'
const own: OwnReport[] = [{ trackingId: road, open: true }]
const heard = (text: string, question: Question = 'new_or_reply') => readAnswer(text, question, own)

describe('one word says what the words before it are', () => {
  test.each([
    'BARU',
    'baru pak',
    'bru',
    'Laporan baru',
    'LAPOR',
    'lapor baru min',
    'yang baru',
    'buat laporan baru pak',
  ])('a new report: %s', (text) => expect(heard(text)).toEqual({ as: 'report' }))
  test.each(['BALAS', 'bls', 'balasan pak', 'jawaban', 'itu jawaban', 'untuk balas'])('a reply: %s', (text) =>
    expect(heard(text)).toEqual({ as: 'reply' }),
  )
  test.each([`BALAS ${road}`, road, 'k7m 2qx 4pw', `untuk laporan ${road} pak`])('a reply on that report: %s', (text) =>
    expect(heard(text, 'which_report')).toEqual({ as: 'reply', trackingId: road }),
  )
  test('all of them, where that was asked', () => {
    expect(heard('SEMUA', 'which_or_all')).toEqual({ as: 'all' })
    expect(heard('semuanya pak', 'which_or_all')).toEqual({ as: 'all' })
    expect(heard('dua-duanya', 'which_or_all')).toEqual({ as: 'all' })
    expect(heard('SEMUA')).toBeUndefined()
  })
  test.each(['SEMUA', 'semuanya pak', 'dua-duanya', 'keduanya'])('all of them, to "which report?": %s', (text) =>
    expect(heard(text, 'which_report')).toEqual({ as: 'all' }),
  )
  test('more than that is no "all"', () => {
    expect(heard('semua rusak', 'which_report')).toBeUndefined()
  })
  test.each([
    ['ya', 'new_or_reply'],
    ['tidak', 'new_or_reply'],
    ['bukan baru', 'new_or_reply'],
    ['baru atau balas', 'new_or_reply'],
    ['BALAS', 'which_report'],
    ['BARU', 'which_or_all'],
    ['yang kedua', 'which_report'],
    ['yang suap', 'which_or_all'],
  ] as const)('an answer that leaves it open is asked about again: %s', (text, question) =>
    expect(heard(text, question)).toEqual({ as: 'unclear' }),
  )
  test.each([
    `CEK ${road}`,
    `BALAS ${strangers}`,
    'BALAS di depan pasar',
    'LAPOR lampu jalan mati',
    'STOP',
    'terima kasih',
    'baru saja diperbaiki petugas',
    'RAHASIA',
  ])('whatever says more is no answer: %s', (text) => expect(heard(text)).toBeUndefined())
})

test('said again in full, with BALAS and a number in front, it is the same; other words are not', () => {
  const words = 'jalan di depan SD Inpres juga rusak parah'
  expect(isSame(words, `BALAS ${road} ${words}`)).toBe(true)
  expect(isSame(words, `LAPOR ${words} sekali`)).toBe(true)
  expect(isSame(words, 'jalan di Liliba rusak karena banjir kemarin')).toBe(false)
})
