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
    ['RAHASIA kepala desa minta uang', asked, question('new_or_reply', road)],
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

describe('what is said beside a wish is what it would be alone, wish and all', () => {
  const reply = (text: string) => ({ kind: 'reply', trackingId: road, text })

  test.each([
    'RAHASIA pelakunya ketua RT',
    'RAHASIA Oesapa Barat',
    'ANONIM Oesapa Barat',
    'Oesapa. Tolong rahasiakan nama saya',
    'di Oesapa Barat RT 3, mohon identitas saya dirahasiakan',
    'rahasia ya pak, di rumah pak lurah',
    'kepala sekolah, tolong rahasiakan nama saya',
    'kepala sekolah tolong rahasiakan nama saya',
    'pak lurah yang minta, tolong rahasiakan nama saya',
    'tetangga saya, tolong rahasiakan nama saya ya pak',
    'orang dinas. tolong rahasiakan nama saya',
    'pak RT yang minta, nama saya jangan disebut',
    'rahasiakan nama saya, kepala sekolah',
    'rahasiakan nama saya. orang dinas',
    'nama saya Budi, tolong dirahasiakan',
    'ibu saya, tolong rahasiakan nama saya',
    'ya, tolong rahasiakan nama saya',
    '3, tolong rahasiakan nama saya',
  ])('the answer to our question: %s', (text) => expect(heard(text, asked)).toEqual(reply(text)))

  test.each(['dari pak lurah', 'ke kepala sekolah', 'sama orang dinas'])(
    'from whom it shall be hidden is no answer: tolong rahasiakan nama saya %s',
    (whom) =>
      expect(heard(`tolong rahasiakan nama saya ${whom}`, asked)).toEqual({
        kind: 'raise',
        trackingId: road,
        what: 'anonymous',
      }),
  )

  test.each(['malam, rahasiakan nama saya', 'ya tolong rahasiakan nama saya'])(
    'what may be no more than polite is a note, and our question is asked once more: %s',
    (text) =>
      expect(heard(text, asked)).toMatchObject({
        kind: 'several',
        each: [{ ...reply(text), isNote: true }, { kind: 'status' }],
      }),
  )

  test.each([
    ['RAHASIA masih gelap', answered, { kind: 'not_done', trackingId: road, text: 'RAHASIA masih gelap' }],
    ['lampu jalan mati di Penfui, tolong rahasiakan nama saya', asked, question('new_or_reply', road)],
    ['kepala sekolah, tolong rahasiakan nama saya', open, question('new_or_reply', road)],
  ])('and else: %s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
})

describe('a wish with its reason is a wish, and the reason a note', () => {
  const noted = (text: string) => ({ kind: 'reply', trackingId: road, text, isNote: true })

  test.each([
    'maaf pak nama saya jangan ditulis ya, takut anak saya dipersulit',
    'min hapus nama saya dong, takut sama preman pasar',
    'tolong rahasiakan nama saya, takut anak saya dipersulit di sekolah',
    'rahasiakan nama saya karena takut anak saya dipersulit di sekolah',
    'tolong rahasiakan nama saya, nanti anak saya dipersulit',
    'tolong rahasiakan nama saya biar aman',
    'saya takut dipecat, tolong rahasiakan nama saya',
    'takut diancam jadi nama saya jangan ditulis',
    'nama saya jangan disebut soalnya pelakunya tetangga saya',
    'tolong nama saya dirahasiakan karena anak saya masih sekolah di situ',
    'minta tolong identitas saya disembunyikan soalnya saya tetangga kepala sekolah',
    'tolong rahasiakan nama saya karena kepala sekolah cari tahu siapa pelapornya',
    'nama saya jangan disebut, soalnya saya takut dipanggil kepala sekolah',
  ])('%s', (text) => {
    const raise = { kind: 'raise', trackingId: road, what: 'anonymous' }
    for (const own of [open, closed])
      expect(heard(text, own)).toMatchObject({ kind: 'several', each: [noted(text), raise] })
    expect(heard(text, answered)).toMatchObject({ kind: 'several', each: [noted(text), { kind: 'status' }] })
    expect(heard(text, twoOpen)).toEqual(question('which_or_all'))
  })

  test.each([
    'takut jembatan roboh menimpa anak kami, rahasiakan nama saya',
    'rahasiakan nama saya, takut anak kami jatuh di lubang jalan',
    'karena anak-anak dipukuli guru di sekolah, rahasiakan nama saya',
    'tolong rahasiakan nama saya karena guru pungut uang ujian',
    'tolong rahasiakan nama saya karena anak saya dipukuli guru',
    'tolong rahasiakan nama saya, takut dimarahi. Lampu jalan mati di Penfui',
  ])('a complaint of its own stays one: %s', (text) => expect(heard(text, open)).toMatchObject({ kind: 'file', text }))
})

describe('RAHASIA in front begins a report of its own, as we teach it', () => {
  test.each(['komite menjual seragam wajib', 'kepala sekolah pungut uang', 'guru memungut biaya ujian di SMP'])(
    'RAHASIA %s',
    (text) => {
      for (const own of [open, twoOpen])
        expect(heard(`RAHASIA ${text}`, own)).toEqual(file(text, { raise: 'confidential' }))
      expect(heard(`RAHASIA ${text}`, answered)).toEqual(question('new_or_reply', road))
    },
  )

  test.each(['masih mampet', 'Oesapa Barat', 'Oesapa Barat RT 3', 'di depan gereja Oesapa'])(
    'what may be about the report that is there is asked about: RAHASIA %s',
    (text) => expect(heard(`RAHASIA ${text}`, open)).toEqual(question('new_or_reply', road)),
  )
})
