import { describe, expect, test } from 'vitest'
import { type OwnReport, understand } from '../sms/understand/understand.ts'
import { howDecided } from './how-decided.ts'

const trackingId = 'K7M2QX4PW'
const archived: OwnReport = { trackingId, open: false, archived: true }
const unclear: OwnReport = { ...archived, unclear: true }
const decided = (text: string, own: OwnReport) =>
  howDecided(
    { decision: 'unanswered', asked: 'new_or_reply' },
    { text, keywords: [], cameAt: new Date('2026-02-01') },
    own,
  )

describe('of what was archived as unclear', () => {
  test.each([
    'lokasinya di jalan Bajawa nomor 8 RT 12 Fatululi',
    'jalan Bajawa nomor 8, dekat masjid',
    'di Fatululi RT 12',
    'ini lokasinya: jalan Bajawa 8 Fatululi. mohon ditindaklanjuti',
    'lah lokasinya kan jelas, pasar Oesao kabupaten Kupang',
    'masa tidak jelas? sudah saya tulis asapnya masuk rumah',
    'apanya yang kurang jelas pak',
    'alamatnya dekat kantor lurah Oebobo pak',
  ])('"%s" is asked about, and is the objection', (text) => {
    expect(understand(text, [], [unclear])).toEqual({ kind: 'ask', question: 'new_or_reply', about: trackingId })
    expect(decided(text, unclear)).toBe('reply')
  })

  test.each([
    'ada pohon tumbang di jalan Timor',
    'jembatan putus di desa kami',
    'pelayanan di kantor camat tidak jelas, antrean panjang',
  ])('"%s" is another report all the same', (text) => {
    expect(understand(text, [], [unclear]).kind).toBe('file')
    expect(decided(text, unclear)).toBe('report')
  })
})

test.each([
  'ya sudah tidak apa2',
  'ya sudah kalau begitu',
  'tidak apa-apa pak',
  'baiklah kalau begitu',
  'oke gpp min',
  'ya sudahlah',
])('"%s" objects to nothing that was archived', (text) =>
  expect([decided(text, archived), decided(text, unclear)]).toEqual(['note', 'note']),
)

test.each(['ya sudah kalau begitu', 'ya sudah gpp pak'])('"%s" of what was archived makes no report', (text) =>
  expect(understand(text, [], [archived])).toEqual({ kind: 'reply', trackingId, text, isNote: true }),
)

test.each(['tidak begitu pak, ini penting', 'kenapa ditolak bu?', 'jangan ditutup', 'tidak bisa begitu'])(
  '"%s" objects to it',
  (text) => expect(decided(text, archived)).toBe('reply'),
)
