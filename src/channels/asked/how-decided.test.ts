import { describe, expect, test } from 'vitest'
import { keywords } from '../sms/understand/testing/utterances.ts'
import type { OwnReport } from '../sms/understand/understood.ts'
import { isAnother } from '../sms/understand/stands-alone.ts'
import { howDecided } from './how-decided.ts'

const trackingId = 'K7M2QX4PW'
const said = new Date('2026-02-01')
const answered: OwnReport = { trackingId, open: true, awaits: 'judgement' }
const inWork: OwnReport = { trackingId, open: true }
const asked: OwnReport = { trackingId, open: true, awaits: 'details' }
const closed: OwnReport = { trackingId, open: false, closedAt: new Date('2026-01-30') }
const lapsed: OwnReport = { trackingId, open: false, awaits: 'judgement', closedAt: new Date('2026-01-30') }
const archived: OwnReport = { trackingId, open: false, archived: true }
const closedSince: OwnReport = { trackingId, open: false, closedAt: new Date('2026-02-01T06:00:00Z') }
const decided = (text: string, own?: OwnReport, question = 'new_or_reply') =>
  howDecided({ decision: 'unanswered', asked: question }, { text, keywords, cameAt: said }, own)

describe('words that nobody explained for a day end in what loses least', () => {
  test.each([
    ['airnya masih menggenang', answered, 'reply'],
    ['mohon dicek ulang ke lapangan', answered, 'reply'],
    ['cek lampu', answered, 'note'],
    ['cabut yang lampu', answered, 'note'],
    ['dua-duanya sudah', answered, 'note'],
    ['kpn kira2 diperbaiki?', inWork, 'note'],
    ['janji nya mana pak', inWork, 'note'],
    ['sudah 2 minggu tidak ada perbaikan', inWork, 'note'],
    ['minta tong sampah di RT 4 dekat gereja', inWork, 'report'],
    ['tidak ada petugas', answered, 'reply'],
    ['KOTKUPANG belum dibersihkan', answered, 'reply'],
    ['kapan dibersihkan? sampai sekarang tidak ada', answered, 'reply'],
    ['dibersihkan tapi sampahnya ditaruh di pinggir jalan', answered, 'reply'],
    ['jembatan putus di desa kami', answered, 'report'],
    ['KOTKUPANG belum ada listrik di dusun kami padahal tiang sudah berdiri', answered, 'report'],
    ['petugas belum datang juga', inWork, 'note'],
    ['laporan saya salah alamat, harusnya RT 7', inWork, 'note'],
    ['puskesmas tutup jam 10', inWork, 'report'],
    ['mampet lagi pak', closed, 'reply'],
    ['jalan depan kantor camat rusak parah', closed, 'report'],
    ['jembatan putus di desa kami', asked, 'report'],
    ['masih mampet pak', undefined, 'report'],
  ] as const)('"%s"', (text, own, how) => expect(decided(text, own)).toBe(how))

  test.each([
    ['sudah saya cek, belum', 'yes_or_no'],
    ['udah dicek belum pak', 'yes_or_no'],
    ['apanya yang bagus', 'yes_or_no'],
    ['bagus apanya', 'yes_or_no'],
    ['selesai dari mana', 'yes_or_no'],
    ['no', 'yes_or_no'],
    ['no pak', 'yes_or_no'],
    ['tidak menjawab pertanyaan saya', 'yes_or_no'],
    ['jawaban tidak nyambung', 'new_or_reply'],
    ['jawabannya tidak jelas', 'new_or_reply'],
    ['jawaban tidak jelas', 'new_or_reply'],
    ['kebohongan publik', 'new_or_reply'],
    ['sangat mengecewakan', 'new_or_reply'],
    ['boro boro', 'new_or_reply'],
  ] as const)('an answer is never closed over "%s"', (text, question) =>
    expect(decided(text, answered, question)).toBe('reply'),
  )

  test.each([
    ['saya tidak mengerti', 'yes_or_no', 'note'],
    ['maksudnya apa?', 'yes_or_no', 'note'],
    ['lampu jalan di RT 5 tidak menyala sudah seminggu', 'new_or_reply', 'report'],
    ['puskesmas tidak ada dokter', 'new_or_reply', 'report'],
    ['pelayanan RSUD buruk, dokter tidak datang sejak pagi', 'new_or_reply', 'report'],
  ] as const)('of an answer "%s" is no denial', (text, question, how) =>
    expect(decided(text, answered, question)).toBe(how),
  )

  test.each([
    ['pelayanannya cepat', closed, 'note'],
    ['nilainya tinggi pak', closed, 'note'],
    ['jalannya sudah bagus', lapsed, 'note'],
    ['pelayanannya cepat', lapsed, 'note'],
    ['lampunya di depan gereja', lapsed, 'note'],
    ['jalannya makin parah', closed, 'reply'],
    ['lampunya mati lagi', closed, 'reply'],
    ['petugasnya tidak pernah datang', closed, 'reply'],
    ['BELUM masih rusak', closed, 'reply'],
    ['jalannya belum bagus', lapsed, 'reply'],
    ['petugasnya cuma foto foto', lapsed, 'reply'],
    ['jembatan putus di desa kami', lapsed, 'report'],
  ] as const)('of a report that is over "%s"', (text, own, how) => expect(decided(text, own)).toBe(how))

  test.each([
    ['BALAS tambahan: kemarin anak sekolah jatuh lagi', inWork, 'note'],
    ['BALAS jembatan putus di desa kami', answered, 'reply'],
    ['BALAS dekat pasar oeba', { ...closed, archived: true }, 'note'],
    ['YA 😡', answered, 'reply'],
    ['ya 👎', answered, 'reply'],
    ['ya pak, lampu jalan di depan juga mati 😡', answered, 'report'],
  ] as const)('words with BALAS, or with a frown beside YA, are never lost: "%s"', (text, own, how) =>
    expect(decided(text, own, text.startsWith('BALAS') ? 'new_or_reply' : 'yes_or_no')).toBe(how),
  )

  test.each([
    ['sangat kecewa', 'reply'],
    ['kurang memuaskan ini', 'reply'],
    ['kata siapa beres', 'reply'],
    ['petugas yang mana', 'reply'],
    ['omong kosong semua', 'reply'],
    ['air mati', 'reply'],
    ['bau sekali', 'reply'],
    ['jalan licin sekarang', 'reply'],
    ['baru sehari sudah bocor lagi', 'reply'],
    ['apa-apaan ini', 'reply'],
    ['👎', 'reply'],
    ['bagus 👎', 'reply'],
    ['sudah tidak macet lagi bu', 'note'],
    ['tidak ada kendala lagi', 'note'],
    ['sdh beres, tdk ada keluhan lagi', 'note'],
    ['lumayan bu', 'note'],
    ['lumayan, tapi masih gelap', 'reply'],
    ['tidak ada masalah katanya, tapi belum nyala', 'reply'],
    ['YA/BELUM', 'note'],
    ['ya belum', 'reply'],
    ['LAPOR air mati lagi di Oepura', 'report'],
    ['laporan lain: sampah menumpuk', 'report'],
    ['LAPOR lampu di depan gereja masih mati', 'both'],
    ['guru di SD Inpres Liliba memukul murid', 'report'],
    ['jembatan Liliba putus', 'report'],
    ['mohon informasi syarat membuat KTP', 'report'],
  ] as const)('about an answer "%s" is told to its office, unless it is content or stands by itself', (text, how) =>
    expect(decided(text, answered)).toBe(how),
  )

  test.each([
    ['eh salah, belum beres bu', closed, 'reply'],
    ['sori belum beres', closed, 'reply'],
    ['kata siapa selesai', lapsed, 'reply'],
    ['hp rusak kemarin, blm beres', lapsed, 'reply'],
    ['tidak ada masalah lagi', closed, 'note'],
    ['terima kasih banyak', lapsed, 'note'],
    ['kenapa ditolak bu?', archived, 'reply'],
    ['jangan ditutup, ini penting', archived, 'reply'],
    ['pohon tumbang di jalan Timor', archived, 'report'],
  ] as const)('of what has ended "%s"', (text, own, how) => expect(decided(text, own)).toBe(how))

  test.each([
    [closed, 'reply'],
    [archived, 'reply'],
    [inWork, 'note'],
  ] as const)('BELUM, of which nobody said why', (own, how) => expect(decided('BELUM', own, 'why_not')).toBe(how))

  test('what was said before the report was settled opens nothing again', () => {
    expect(decided('petugasnya cuma lewat', closedSince)).toBe('note')
    expect(decided('jembatan putus di desa kami', closedSince)).toBe('report')
  })

  test('beside "is it settled?" another complaint is a report, and what speaks against the answer is the reply', () => {
    expect(decided('ya pak, tapi lampu jalan di depan juga mati tolong', answered, 'yes_or_no')).toBe('report')
    expect(decided('ya tapi lampunya redup sekali', answered, 'yes_or_no')).toBe('reply')
    expect(decided('ya tapi masih ada sisa sampah', answered, 'yes_or_no')).toBe('reply')
  })

  test('whoever said what it is has said it', () => {
    const says = { decision: 'report', asked: 'new_or_reply' } as const
    expect(howDecided(says, { text: 'masih mampet', keywords, cameAt: said }, answered)).toBe('report')
  })
})

test.each([
  ['jembatan putus di desa kami', true],
  ['ya, ada pohon tumbang di jalan Timor', true],
  ['lampunya mati lagi', false],
  ['petugas tidak pernah datang', false],
])('"%s" is another complaint: %s', (text, is) => expect(isAnother(text)).toBe(is))

describe('while our question is open, what nobody explained for a day answers it, unless it complains itself', () => {
  test.each([
    ['di rumah sakit', 'reply'],
    ['di dekat kuburan yang rusak', 'reply'],
    ['banyak warga sakit', 'reply'],
    ['saya tidak punya alamat pasti pak, dekat pohon besar', 'reply'],
    ['jembatan putus di desa kami', 'report'],
    ['di desa kami jembatan putus', 'report'],
    ['jalan di depan SD Inpres juga rusak parah sekali', 'report'],
    ['tolong perbaiki jalan di Penfui', 'report'],
    ['mau lapor lagi sampah menumpuk', 'report'],
    ['laporan baru: air mati', 'report'],
  ] as const)('"%s"', (text, how) => expect(decided(text, asked)).toBe(how))
})
