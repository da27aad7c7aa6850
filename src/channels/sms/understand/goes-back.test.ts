import { expect, test } from 'vitest'
import { asNew } from '../../asked/as-new.ts'
import { howDecided } from '../../asked/how-decided.ts'
import { answersQuestion } from './answers-question.ts'
import type { OwnReport } from './understood.ts'
import { understand } from './understand.ts'

const inWork: OwnReport = { trackingId: 'K7M2QX4PW', open: true }
const held: OwnReport = { trackingId: 'KJ46PKP77', open: true, awaits: 'details' }
const answered: OwnReport = { trackingId: 'K7M2QX4PW', open: true, awaits: 'judgement' }

test.each([
  'yang saya lapor itu lampu yang di depan gereja',
  'tambahan: nomor saya 081234567890 ya min',
  'NIK saya 5371010101900001',
  'nomor HP saya 081234567890',
])('with a report in work "%s" is a note on it', (text) => {
  const { trackingId } = inWork
  expect(understand(text, [], [inWork])).toEqual({ kind: 'reply', trackingId, text, isNote: true })
})

test.each([
  'info tambahan: kejadian jam 9 pagi hari Senin',
  'info tambahan: namanya Pak Lurah',
  'tambahan: sekarang airnya keruh dan bau',
  'nama saya Yohanes Nenobais',
  'hubungi saya di 081234567890',
  'maaf pak tdk jadi, sudah diperbaiki warga',
  'tolong segera ya, anak2 takut lewat',
  'sudah nyala, laporan bisa ditutup',
])('with a report in work "%s" is asked about, and a note on it when nobody explains', (text) => {
  const understood = understand(text, [], [inWork])
  expect(understood).toEqual({ kind: 'ask', question: 'new_or_reply', about: inWork.trackingId })
  const unsaid = { decision: 'unanswered', asked: 'new_or_reply' } as const
  expect(howDecided(unsaid, { text, keywords: [], cameAt: new Date('2026-02-01') }, inWork)).toBe('note')
})

test.each([
  'tambahan penghasilan guru belum dibayar sejak Januari',
  'nama saya Yosef, jalan di depan pasar Oeba rusak parah sejak banjir',
  'nama saya tidak terdaftar di bansos padahal miskin',
  'saya lapor lampu di depan gereja mati',
])('"%s" is a complaint of its own all the same', (text) => {
  expect(understand(text, [], [inWork]).kind).toBe('file')
})

test.each(['depan masjid', 'RT 4 RW 2', 'di depan pasar Oeba', 'kelurahan Oebobo', 'jam 7 pagi'])(
  'with one question open and another report answered "%s" is asked about, and is an answer to the question',
  (text) => {
    expect(understand(text, [], [answered, held])).toEqual({ kind: 'ask', question: 'which_report' })
    expect(answersQuestion(text)).toBe(true)
  },
)

test.each(['masih mati', 'di depan masjid masih mati', 'ada petugas datang', 'lampunya di depan gereja'])(
  '"%s" may be said of the answer',
  (text) => expect(answersQuestion(text)).toBe(false),
)

test.each(['LANJUT', 'BATAL', 'lanjutkan pak', 'tidak jadi pak'])('of "%s" alone no report is ever made', (text) => {
  expect(understand(text, [], []).kind).toBe('ask')
  expect(asNew(text, [])).toBeUndefined()
})
