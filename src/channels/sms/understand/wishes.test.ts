import { describe, expect, test } from 'vitest'
import {
  answered,
  asked,
  closed,
  file,
  heard,
  kupang,
  lamp,
  nothing,
  open,
  question,
  road,
  strangers,
  twoOpen,
} from './testing/standings.ts'
import { type OwnReport } from './understand.ts'

const past: OwnReport[] = [{ trackingId: lamp, open: false, past: true }]

describe('RAHASIA and ANONIM', () => {
  test.each([
    ['RAHASIA kepala desa minta uang', nothing, file('kepala desa minta uang', { raise: 'confidential' })],
    ['anonim: jalan rusak', nothing, file('jalan rusak', { raise: 'anonymous' })],
    ['KOTKUPANG RAHASIA ada pungli', nothing, file('ada pungli', { ...kupang, raise: 'confidential' })],
    ['RHASIA KOTKUPANG ada pungli', nothing, file('ada pungli', { ...kupang, raise: 'confidential' })],
    ['RAHASIA nama pelaku Budi', nothing, file('nama pelaku Budi', { raise: 'confidential' })],
    ['rahasiakan nama saya, ada pungli', nothing, file('rahasiakan nama saya, ada pungli', { raise: 'anonymous' })],
    ['data rahasia pasien dibuang', nothing, file('data rahasia pasien dibuang')],
    ['rahasia umum kalau camat minta uang', nothing, file('rahasia umum kalau camat minta uang')],
    ['KOTKUPANG rahasia umum camat minta uang', nothing, file('rahasia umum camat minta uang', kupang)],
    ['RAHASIA, umumnya lurah minta uang', nothing, file('umumnya lurah minta uang', { raise: 'confidential' })],
    ['RAHASIA', open, { kind: 'raise', trackingId: road, what: 'confidential' }],
    [`${road} ANONIM`, open, { kind: 'raise', trackingId: road, what: 'anonymous' }],
    ['mohon nama saya dirahasiakan ya pak', open, { kind: 'raise', trackingId: road, what: 'anonymous' }],
    ['RAHASIA', twoOpen, question('which_or_all')],
    ['nama saya dirahasiakan saja', twoOpen, question('which_or_all')],
    [`ANONIM ${lamp}`, twoOpen, { kind: 'raise', trackingId: lamp, what: 'anonymous' }],
    ['RAHASIA SEMUA', twoOpen, { kind: 'raise_all', what: 'confidential' }],
    ['tolong anonimkan semuanya pak', open, { kind: 'raise_all', what: 'anonymous' }],
    ['RAHASIA SEMUA', nothing, question('no_such_report')],
    [
      'RAHASIA semua pejabat desa minta uang',
      nothing,
      file('semua pejabat desa minta uang', { raise: 'confidential' }),
    ],
    ['RAHASIA', nothing, question('what_happened')],
    ['RAHASIA', closed, { kind: 'raise', trackingId: road, what: 'confidential' }],
    ['RAHASIA', [...closed, { trackingId: lamp, open: false }], question('which_or_all')],
    ['RAHASIA', [...closed, ...past], { kind: 'raise', trackingId: road, what: 'confidential' }],
    ['tolong rahasiakan laporan saya', past, { kind: 'raise', trackingId: lamp, what: 'confidential' }],
    ['RAHASIA SEMUA', closed, { kind: 'raise_all', what: 'confidential' }],
    ['mau lapor rahasia', open, question('what_happened')],
    [`RAHASIA ${strangers}`, open, question('no_such_report', strangers)],
    ['rahasia?', open, question('what_happened')],
    ['RAHASIA pelakunya ketua RT', asked, question('new_or_reply', road)],
  ])('%s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
})

describe('RAHASIA and ANONIM beside each other, or beside another command', () => {
  const both = (trackingId = road) => [
    { kind: 'raise', trackingId, what: 'confidential' },
    { kind: 'raise', trackingId, what: 'anonymous' },
  ]
  const [rahasia] = both()
  const confirm = { kind: 'confirm', trackingId: road }
  const told = (text: string) => ({ kind: 'not_done', trackingId: road, text })

  test.each([
    ['RAHASIA ANONIM', open, both()],
    ['rahasia dan anonim', closed, both()],
    ['ANONIM, RAHASIA ya pak', asked, both()],
    [`RAHASIA ANONIM ${lamp}`, twoOpen, both(lamp)],
    [`BALAS ${road} rahasia anonim`, answered, both()],
    ['RAHASIA ANONIM SEMUA', open, both().map(({ what }) => ({ kind: 'raise_all', what }))],
    [`CEK ${road} RAHASIA`, twoOpen, [rahasia, { kind: 'status', trackingId: road }]],
    [`RAHASIA CEK ${road}`, closed, [rahasia, { kind: 'status', trackingId: road }]],
    ['CEK dan RAHASIA', open, [rahasia, { kind: 'status' }]],
    ['STOP RAHASIA', open, [rahasia, { kind: 'stop' }]],
    ['RAHASIA BANTUAN', open, [rahasia, { kind: 'help' }]],
    ['RAHASIA NILAI 4', answered, [rahasia, { kind: 'rate', trackingId: road, rating: 4 }]],
    ['YA, rahasiakan nama saya', answered, [{ ...rahasia, what: 'anonymous' }, confirm]],
    ['RAHASIA, YA', answered, [rahasia, confirm]],
    ['sudah selesai, RAHASIA', answered, [rahasia, confirm]],
    ['RAHASIA YA', answered, [rahasia, question('yes_or_no', road)]],
    ['ya tolong rahasiakan nama saya', answered, [{ ...rahasia, what: 'anonymous' }, question('yes_or_no', road)]],
    ['RAHASIA BELUM', answered, [rahasia, told('RAHASIA BELUM')]],
  ] as const)('%s', (text, own, each) => expect(heard(text, [...own])).toMatchObject({ kind: 'several', each }))

  test.each([
    ['RAHASIA ANONIM', twoOpen, question('which_or_all')],
    ['RAHASIA ANONIM', nothing, question('what_happened')],
    ['RAHASIA STOP', twoOpen, { ...question('which_or_all'), also: { kind: 'stop' } }],
    ['RAHASIA ANONIM?', open, question('what_happened')],
    [`RAHASIA ANONIM ${strangers}`, open, question('no_such_report', strangers)],
    ['BALAS RAHASIA', answered, rahasia],
    ['oke RAHASIA', open, rahasia],
  ] as const)('where it is not clear of what, or there is nothing else: %s', (text, own, expected) =>
    expect(heard(text, [...own])).toEqual(expected),
  )
})
