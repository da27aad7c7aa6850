import { expect, test } from 'vitest'
import type { OwnReport } from '../sms/understand/understood.ts'
import { howDecided } from './how-decided.ts'

const trackingId = 'K7M2QX4PW'
const cameAt = new Date('2026-02-01')
const answered: OwnReport = { trackingId, open: true, awaits: 'judgement' }
const closed: OwnReport = { trackingId, open: false, starsAsked: true, closedAt: new Date('2026-01-31') }
const lapsed: OwnReport = { trackingId, open: false, awaits: 'judgement', closedAt: new Date('2026-01-30') }
const decided = (text: string, own: OwnReport) =>
  howDecided({ decision: 'unanswered', asked: 'new_or_reply' }, { text, keywords: [], cameAt }, own)
const each = [answered, closed, lapsed]

test.each([
  'pelayanan cepat',
  'petugas datang cepat',
  'petugasnya gercep min',
  'respon dinas sangat sigap',
  'penanganannya cepat sekali',
  'petugas ramah',
  'semoga lapor makin maju',
  'semoga LAPOR semakin sukses pak',
  'air sudah lancar pak',
  'iya airnya sudah jalan',
  'lampunya sdh menyala lagi',
  'lampu sudah mulai nyala',
  'air sudah mengalir kembali bu',
  'sekarang sudah terang pak',
  'iya pak sudah tidak lewat lagi, terima kasih banyak',
  'truknya sdh tdk parkir lagi makasih',
  'sudah beres pak maaf baru balas',
  'maaf baru balas, sudah beres',
  'maaf telat balas pak, sudah selesai',
  'Ya sudah selesai, maaf lupa membalas.',
  'ya sudah baik, maaf lupa jawab',
  'Mohon maaf saya lupa membalas, sudah selesai.',
  'sudah beres, lupa balas kemarin pak',
])('"%s" is content: it opens nothing, and closes nothing', (text) =>
  expect(each.map((own) => decided(text, own))).toEqual(['note', 'note', 'note']),
)

test.each([
  'air belum lancar',
  'air sudah lancar tapi keruh',
  'air sudah jalan sebentar terus padam',
  'airnya sudah tidak mengalir lagi, terima kasih',
  'lampunya sudah tidak nyala lagi makasih',
  'pelayanan kurang cepat',
  'petugas tidak ramah',
  'petugasnya ramah tapi lampunya masih mati',
  'maaf baru balas, belum beres',
  'maaf lupa balas, masih bocor',
  'sudah beres apanya, maaf baru balas',
  'sudah selesai katanya, maaf baru balas, kok mati lagi',
  'lupa diperbaiki ya pak',
])('"%s" is none, and is told', (text) =>
  expect(each.map((own) => decided(text, own))).toEqual(['reply', 'reply', 'reply']),
)

test.each([
  'katanya air sudah lancar',
  'kata siapa airnya sudah jalan',
  'proyeknya sudah jalan 3 bulan',
  'cepat diperbaiki ya',
  'cepat dong pak',
  'semoga cepat diperbaiki',
])('about an answer "%s" is no praise', (text) => expect(decided(text, answered)).toBe('reply'))
