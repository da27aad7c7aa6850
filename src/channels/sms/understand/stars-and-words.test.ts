import { describe, expect, test } from 'vitest'
import { type OwnReport, understand } from './understand.ts'

const trackingId = 'K7M2QX4PW'
const closed: OwnReport = { trackingId, open: false, starsAsked: true, closedAt: new Date('2026-01-31') }
const answered: OwnReport = { trackingId, open: true, awaits: 'judgement' }
const given = (text: string, own: OwnReport) => {
  const meant = understand(text, [], [own])
  return meant.kind === 'several' ? meant.each : meant.kind
}

describe('stars with words beside them', () => {
  test.each([
    ['NILAI 5 pelayanan cepat', 5],
    ['NILAI 5 petugas datang cepat', 5],
    ['NILAI 3 agak lambat', 3],
    ['nilai 2 terlalu lama', 2],
    ['nilai 4/5 petugasnya ramah', 4],
    ['YA NILAI 5 petugas ramah', 5],
    ['bintang 5 dari saya, pelayanan oke', 5],
    ['saya kasih nilai 4 pelayanan bagus', 4],
    ['Nilai empat, prosesnya lama', 4],
  ])('after YA "%s" are counted, and the words are a note', (text, rating) =>
    expect(given(text, closed)).toEqual([
      { kind: 'reply', trackingId, text, isNote: true },
      { kind: 'rate', trackingId, rating },
    ]),
  )

  test.each(['NILAI 5 pelayanan cepat', 'YA NILAI 5 petugas ramah', 'nilai 4 lumayan'])(
    'of an answer "%s" is a note, and stars that wait for the YA',
    (text) => expect(given(text, answered)).toMatchObject([{ kind: 'reply', isNote: true }, { kind: 'rate' }]),
  )

  test.each([
    'NILAI 1 petugas tidak datang',
    'nilai 2, jalannya masih rusak',
    'NILAI 3 lampunya mati lagi',
    'nilai 1 belum beres',
    'NILAI 1 got mampet',
    'nilai 5?',
    'NILAI 5 petugas ramah 😡',
    'bintang 5 hotelnya buang limbah ke kali',
  ])('"%s" may say that it is not settled, and is asked about', (text) => {
    expect([given(text, closed), given(text, answered)].flat()).not.toContainEqual(
      expect.objectContaining({ kind: 'rate' }),
    )
  })
})
