import { describe, expect, test } from 'vitest'
import { answersQuestion } from '../sms/understand/answers-question.ts'
import { type OwnReport, understand } from '../sms/understand/understand.ts'
import { howDecided } from './how-decided.ts'

const trackingId = 'K7M2QX4PW'
const asked: OwnReport = { trackingId, open: true, awaits: 'details' }
const told: OwnReport = { trackingId, open: true, justTold: true }
const decided = (text: string, own: OwnReport) =>
  howDecided({ decision: 'unanswered', asked: 'new_or_reply' }, { text, keywords: [], cameAt: new Date() }, own)

describe('to our open question', () => {
  test.each([
    'saya kurang tahu pak, coba tanya ketua RT',
    'kurang tau bu, silakan tanya pak lurah',
    'saya tidak tahu persis, mungkin bisa ditanyakan ke kantor desa',
    'maaf saya kurang ingat',
    'kami belum tahu pasti pak, coba hubungi bendahara',
  ])('"%s" is the answer', (text) => {
    expect(understand(text, [], [asked])).toEqual({ kind: 'reply', trackingId, text })
    expect(decided(text, asked)).toBe('reply')
  })

  test.each([
    'saya tidak tahu, tapi jembatan putus di desa kami',
    'kurang tahu pak. tolong perbaiki jalan di Penfui',
    'kurang air bersih di desa kami',
  ])('"%s" is asked about, for it may be another complaint', (text) =>
    expect(understand(text, [], [asked])).toMatchObject({ kind: 'ask', question: 'new_or_reply' }),
  )
})

test.each([
  ['blok C nomor 11', true],
  ['blok C', true],
  ['perumahan Puri Indah blok 4', true],
  ['blok C gelap', false],
  ['perumahan Puri Indah sudah selesai', false],
])('"%s" says where, and nothing of how the work stands: %s', (text, is) => expect(answersQuestion(text)).toBe(is))

test.each([
  ['sd maulafa', 'note'],
  ['di kelurahan Maulafa', 'note'],
  ['guru di sd maulafa memukul murid', 'report'],
  ['jembatan putus di desa kami', 'report'],
] as const)('soon after an answer "%s" is told as a %s', (text, how) => expect(decided(text, told)).toBe(how))

test.each([`tolong cekin ${trackingId} dong pak`, `cekin ${trackingId}`, `min tolong cekkan ${trackingId} ya`])(
  '"%s" asks how it stands',
  (text) => expect(understand(text, [], [{ trackingId, open: true }])).toEqual({ kind: 'status', trackingId }),
)
