import fc from 'fast-check'
import type { Keyword } from '../understand.ts'
import { answers, complaints, followUps, lacking, reasons } from './phrases.ts'
import { spoken } from './spoken.ts'
import { beside, one, raise, type Scene, uttered, type Utterance } from './uttered.ts'

export const keywords: Keyword[] = [
  ['KOTKUPANG', 'kota-kupang'],
  ['KABKUPANG', 'kab-kupang'],
  ['KABLUWU', 'kab-luwu'],
  ['KOTSURABAYA', 'kota-surabaya'],
  ['PROVPAPUA', 'prov-papua'],
  ['TANGKAB', 'kab-tangerang'],
  ['KOTBIMA', 'kota-bima'],
  ['KABBIMA', 'kab-bima'],
  ['BPJS', 'bpjs-kesehatan'],
].map(([word = '', agencyId = '']) => ({ word, agencyId }))

const secretly = (what: 'anonymous' | 'confidential', word: string) => [
  uttered(
    word,
    [`{${word}}<kind>`, `{${word}} <id>`, `<id> {${word}}<kind>`, `tolong {${word}}<kind>`],
    ({ id }) => one(id),
    ({ id }) => ({ kind: 'raise', trackingId: id, what }),
  ),
  uttered(
    `${word} and a complaint`,
    [`{${word}} <told>`, `{${word}}: <told>`, `lapor {${word}} <told>`],
    () => [],
    (_, text) => ({ kind: 'file', text, raise: what }),
    complaints,
  ),
]

const about = (words: string[]) => words.flatMap((word) => [`{${word}} <id><kind>`, `<id> {${word}}<kind>`])

export const anUtterance: fc.Arbitrary<Utterance> = fc.oneof(
  uttered(
    'CEK <id>',
    [...about(['CEK', 'cek', 'status', 'CEK laporan', 'lacak']), 'gimana laporan saya <id>'],
    ({ id }) => one(id),
    ({ id }) => ({ kind: 'status', trackingId: id }),
  ),
  uttered(
    'CEK',
    ['{CEK}<kind>', '{cek} laporan saya', '{status}<kind>', 'tolong {cek} dong', 'laporan saya sampai mana'],
    ({ id }) => one(id),
    () => ({ kind: 'status' }),
  ),
  uttered(
    'BALAS <id>',
    ['{BALAS} <id> <told>', '<id> {BALAS} <told>', 'bls <id> <told>', '<id> <told>', '{balas} <id>: <told>'],
    ({ id }) => one(id, 'details'),
    ({ id }, text) => ({ kind: 'reply', trackingId: id, text }),
    answers,
  ),
  uttered(
    'an answer',
    ['<told>', '{BALAS} <told>', 'bls <told>', 'bales <told>'],
    ({ id }) => one(id, 'details'),
    ({ id }, text) => ({ kind: 'reply', trackingId: id, text }),
    answers,
  ),
  uttered(
    'YA',
    [
      'YA<kind>',
      'ya<kind>',
      'iya<kind>',
      'y',
      'ya betul<kind>',
      'iya benar<kind>',
      'oke, sudah beres<kind>',
      'sudah YA<kind>',
      'udh {selesai}<kind>',
      'sdh beres<kind>',
      'ya sudah {selesai}<kind>',
      'ya, sudah diperbaiki<kind>',
    ],
    ({ id }) => one(id, 'judgement'),
    ({ id }) => ({ kind: 'confirm', trackingId: id }),
  ),
  uttered(
    'YA <id>',
    ['YA <id><kind>', '<id> ya<kind>', 'sudah YA <id>', '<id> udh {selesai}<kind>', 'iya betul <id>'],
    ({ id }) => one(id, 'judgement'),
    ({ id }) => ({ kind: 'confirm', trackingId: id }),
  ),
  uttered(
    'politeness',
    ['ok<kind>', 'oke<kind>', 'sip<kind>', 'ya sudah', 'oke siap pak', 'ya sekarang', 'oke terima kasih infonya'],
    ({ id }) => one(id, 'judgement'),
    ({ id }) => ({ kind: 'ask', question: 'yes_or_no', about: id }),
  ),
  ...spoken,
  uttered(
    'YA and stars',
    ['YA {nilai} <n><kind>', 'ya {bintang} <n>', 'sudah {selesai}, {NILAI} <n>', 'YA <n>'],
    ({ id }) => one(id, 'judgement'),
    ({ id }, _, rating) => ({ kind: 'confirm', trackingId: id, rating }),
  ),
  uttered(
    'BELUM',
    [
      '{BELUM} <told>',
      'blm <told>',
      'belom, <told>',
      'maaf pak {belum}, <told>',
      'ya {belum} <told>',
      '{BELUM}: <told>',
      'gak, <told>',
      '<told>, {belum}',
    ],
    ({ id }) => one(id, 'judgement'),
    ({ id }, text) => ({ kind: 'not_done', trackingId: id, text }),
    reasons,
  ),
  uttered(
    'what is lacking',
    ['<told>', '<told><kind>', '<id> <told>', '{BALAS} <id> <told>', '<told> <id>'],
    ({ id }) => one(id, 'judgement'),
    () => 'refused',
    lacking,
  ),
  uttered(
    'BELUM <id>',
    ['{BELUM} <id> <told>', '<id> {BELUM} <told>', 'blm <id> <told>', '<told> {belum} <id>'],
    ({ id }) => one(id, 'judgement'),
    ({ id }, text) => ({ kind: 'not_done', trackingId: id, text }),
    reasons,
  ),
  uttered(
    'NILAI',
    [
      '{NILAI} <n><kind>',
      '{nilai} <n>',
      '{bintang} <n><kind>',
      '<n> {bintang}<kind>',
      '{NILAI}<n>',
      '{nilai}: <n>/5',
      '{NILAI} <n> <id>',
    ],
    ({ id }) => one(id, undefined, false),
    ({ id }, _, rating) => ({ kind: 'rate', trackingId: id, rating }),
  ),
  ...secretly('confidential', 'RAHASIA'),
  ...secretly('anonymous', 'ANONIM'),
  beside(
    'RAHASIA and ANONIM',
    [
      '{RAHASIA} {ANONIM}<kind>',
      '{RAHASIA} dan {ANONIM}<kind>',
      '{ANONIM}, {RAHASIA}',
      '{RAHASIA} {ANONIM} <id>',
      '<id> {anonim} {rahasia}<kind>',
      '{BALAS} <id> {RAHASIA} dan {ANONIM}',
    ],
    ({ id }) => one(id),
    (id) => [raise(id), raise(id, 'anonymous')],
  ),
  beside(
    'RAHASIA and CEK',
    ['{CEK} <id> {RAHASIA}', '{RAHASIA} {CEK} <id>', '{RAHASIA} <id> dan {cek}<kind>', '<id> {RAHASIA}, {CEK}'],
    ({ id }) => [...one(id), ...one('3CDFHJKM2')],
    (id) => [raise(id), { kind: 'status', trackingId: id }],
  ),
  beside(
    'RAHASIA and STOP, of what is over',
    ['{STOP} {RAHASIA}<kind>', '{RAHASIA} {STOP}', '{RAHASIA} dan {STOP}', 'tolong {stop}, {rahasia}'],
    ({ id }) => one(id, undefined, false),
    (id) => [raise(id), { kind: 'stop' }],
  ),
  beside(
    'YA and RAHASIA',
    ['YA, {RAHASIA}', 'sudah {selesai}, {RAHASIA}<kind>', '{RAHASIA} dan sudah beres', 'YA {RAHASIA} <id>'],
    ({ id }) => one(id, 'judgement'),
    (id) => [raise(id), { kind: 'confirm', trackingId: id }],
  ),
  uttered(
    'STOP',
    ['{STOP}<kind>', '{stop}', '{berhenti}<kind>', '{STOP} sms', 'tolong {stop}<kind>', 'jangan kirim sms lagi'],
    ({ id }) => one(id),
    () => ({ kind: 'stop' }),
  ),
  ...([undefined, 'details', 'judgement'] as const).map((awaits) =>
    uttered(
      'STOP in words of every day',
      [
        'Saya tidak mau terima sms lagi',
        'stop sms nya<kind>',
        'berhenti kirim sms ke saya',
        'Jangan kirim sms terus',
        'tolong jangan kirim pesan lagi ke nomor ini',
        'gak usah kirim notif lagi<kind>',
        'jgn sms saya lagi',
      ],
      ({ id }) => one(id, awaits),
      () => ({ kind: 'stop' }),
    ),
  ),
  ...([undefined, 'details', 'judgement'] as const).map((awaits) =>
    uttered(
      'CABUT',
      [
        'CABUT<kind>',
        'cabut laporan saya<kind>',
        'saya mau cabut laporan saya',
        'batalkan laporan saya<kind>',
        'laporan saya dibatalkan saja<kind>',
        'mau menarik kembali laporan saya',
        'gak jadi lapor<kind>',
        'bagaimana cara mencabut laporan saya',
        'CABUT <id><kind>',
        '<id> dicabut saja',
      ],
      ({ id }) => one(id, awaits),
      ({ id }) => ({ kind: 'withdraw', trackingId: id }),
    ),
  ),
  uttered(
    'MULAI',
    ['{MULAI}<kind>', '{mulai} lagi'],
    ({ id }) => one(id),
    () => ({ kind: 'start' }),
  ),
  uttered(
    'BANTUAN',
    ['{BANTUAN}<kind>', '{bantuan}', 'minta {bantuan}<kind>', 'cara melapor {bantuan}', 'help', 'info'],
    ({ id }) => one(id),
    () => ({ kind: 'help' }),
  ),
  ...[
    () => [],
    ({ id }: Scene) => one(id),
    ({ id }: Scene) => one(id, undefined, false),
    ({ id }: Scene) => [...one(id), ...one('3CDFHJKM2', undefined, false)],
  ].map((own) =>
    uttered('a complaint', ['<told>', '<told><kind>'], own, (_, text) => ({ kind: 'file', text }), complaints),
  ),
  ...[
    ({ id }: Scene) => one(id),
    ({ id }: Scene) => [...one(id), ...one('3CDFHJKM2')],
    ({ id }: Scene) => [...one(id, 'judgement'), ...one('3CDFHJKM2')],
  ].map((own) => uttered('what goes on from it', ['<told>', '<told><kind>'], own, () => 'told or asked', followUps)),
  uttered(
    'YA and another complaint',
    ['YA terima kasih. LAPOR <told>', 'sudah {selesai} makasih. LAPOR <told>', 'YA. KOTKUPANG <told>'],
    ({ id }) => one(id, 'judgement'),
    () => 'both done',
    complaints,
  ),
  ...[
    ({ id }: Scene) => one(id, 'details'),
    ({ id }: Scene) => one(id, 'judgement'),
    ({ id }: Scene) => one(id, 'judgement', false),
    ({ id }: Scene) => [...one(id, 'details'), ...one('3CDFHJKM2', 'judgement')],
  ].flatMap((own) => [
    uttered('a complaint, asked about', ['<told>', '<told><kind>'], own, () => 'asked about', complaints),
    uttered('LAPOR', ['LAPOR <told>', 'lapor <told>'], own, (_, text) => ({ kind: 'file', text }), complaints),
  ]),
  fc
    .constantFrom(
      'KOTKUPANG',
      'KOT KUPANG',
      'Kot-Kupang',
      'kota kupang',
      'kotkupnag',
      'KOTKUPAN',
      'KOTKUOANG',
      'kotkuupang',
    )
    .chain((word) =>
      uttered(
        'KOTKUPANG',
        [
          `${word} <told>`,
          `${word}: <told>`,
          `${word}(spasi)<told>`,
          ...(word === 'KOTKUPANG' ? ['KOTKUPANG<told>'] : []),
          `lapor ${word} <told>`,
        ],
        () => [],
        (_, text) => ({ kind: 'file', text, agencyId: 'kota-kupang' }),
        complaints,
      ),
    ),
  uttered(
    'an unknown keyword',
    ['KOTANTAHBERANTAH <told>'],
    () => [],
    (_, text) => ({ kind: 'file', text }),
    complaints,
  ),
)
