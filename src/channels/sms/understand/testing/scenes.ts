import fc from 'fast-check'
import { groupTrackingId, makeTrackingId } from '../../../../report/tracking-id.ts'
import { type OwnReport, type Question, questions } from '../understood.ts'
import { complaints } from './phrases.ts'
import { mistyped, written } from './writing.ts'

/** How the reports of a number stand. `past`: closed by silence longer ago than it can be opened again. */
export const standings = {
  none: [],
  open: ['open'],
  held: ['held'],
  answered: ['answered'],
  silent: ['silent'],
  confirmed: ['confirmed'],
  past: ['past'],
  archived: ['archived'],
  'held and answered': ['held', 'answered'],
  'two answered': ['answered', 'answered'],
  'two open': ['open', 'open'],
  'answered and past': ['answered', 'past'],
  'twenty-one, the oldest held': [...Array<Stand>(20).fill('open'), 'held'],
  'twenty-one, the oldest answered': [...Array<Stand>(20).fill('open'), 'answered'],
} as const satisfies Record<string, readonly Stand[]>
export type Stand = 'open' | 'held' | 'answered' | 'silent' | 'confirmed' | 'past' | 'archived'

/** What stands in front. `BALAS #`: with the number of one of their reports. */
export const prefixes = [
  '',
  'LAPOR ',
  'KOTKUPANG ',
  'BALAS ',
  'BALAS # ',
  '# ',
  'KOTKUPANG BALAS ',
  'LAPOR BALAS ',
] as const
export type Prefix = (typeof prefixes)[number]

/** What people say, by what they mean by it. `{WORD}`: may be mistyped. */
const contents = {
  check: ['{CEK}', 'status', '{cek} dong'],
  yes: ['YA', 'ya pak', 'sudah beres', 'iya betul'],
  notDone: [
    '{BELUM} jalan masih rusak',
    'blm, masih bau pak',
    '{BELUM}: lampunya mati lagi',
    'belum diperbaiki sama sekali',
  ],
  stars: ['{NILAI} 4', '{bintang} 5'],
  confidential: ['{RAHASIA}', '{rahasia} saja pak'],
  anonymous: ['{ANONIM}', '{anonim} saja'],
  stop: ['{STOP}', '{stop} pak', '{berhenti}'],
  start: ['{MULAI}'],
  withdrawal: [
    'CABUT',
    'saya mau cabut laporan saya',
    'batalkan laporan saya pak',
    'laporan saya dicabut saja',
    'tidak jadi lapor',
  ],
  help: ['{BANTUAN}', 'minta {bantuan} pak'],
  thanks: [
    'terima kasih',
    'baik pak',
    'ok',
    'siap pak',
    'makasih banyak ya',
    'tunggu sebentar',
    'oke terima kasih',
    'sip min',
    'halo pak',
    'nanti ya pak',
  ],
  answer: ['dekat SD Inpres 2', 'di depan masjid', 'sejak senin pak', 'RT 4 RW 2 kelurahan Fatululi'],
  complaint: complaints.filter((told) => !/^(bansos|stop|nilai)/.test(told)),
  notYet: [
    'belum ada air bersih di desa kami sejak dua minggu, mohon bantuan tangki',
    'belum ada listrik di kampung kami padahal tiang sudah berdiri',
    'belum ada jembatan ke sekolah, anak-anak menyeberang sungai',
    'belum dapat bantuan beras padahal kami keluarga miskin di Naibonat',
    'belum terima gaji guru honor sejak mulai ajaran baru, tolong dibantu',
  ],
  oneWord: ['malam', 'ibu saya', 'nanti sore', 'kami sendiri', 'pagi pak', 'tiap malam', 'nomor 12', 'bapak saya'],
  objection: [
    'saya keberatan dengan alasan itu',
    'lokasinya di RT 3 dan RT 4',
    'petugas datang dan langsung pergi',
    'sekarang airnya keluar tengah malam saja',
    'keberatan, semua warga sangat terdampak',
  ],
  kindness: [
    'Selamat pagi',
    'selamat siang pak',
    'Assalamualaikum, selamat malam',
    'terima kasih atas bantuannya',
    'Terima kasih banyak pak sudah dibantu',
    'makasih ya semoga sukses',
  ],
  noAnswer: [
    'iya nanti saya kirim',
    'besok saya kabari',
    'nanti sore saya kirim fotonya pak',
    'maaf baru baca',
    'maaf saya tidak mengerti',
    'apa pertanyaannya',
    'pertanyaannya apa?',
    'maksudnya apa pak',
    'apa?',
    'bagaimana cara menjawabnya',
    'kok ditanya lagi',
  ],
  nudge: [
    'terima kasih, mohon segera ditindaklanjuti',
    'Terima kasih pak, kami tunggu tindak lanjutnya',
    'mohon segera ditindaklanjuti',
    'sudah seminggu belum ada kabar',
    'kok belum ada kabar',
    'gimana kelanjutannya pak',
    'kenapa belum diperbaiki juga',
    'laporan saya sudah masuk belum?',
  ],
  followUp: [
    'masih mampet pak',
    'selokannya makin parah pak',
    'petugas belum datang juga',
    'petugas sdh datang tp cuma foto2 saja',
    'sudah dikerjakan tapi hasilnya jelek',
    'ternyata airnya masuk lagi ke rumah',
    'ini laporan saya sudah 2 minggu lho',
    'laporan saya salah alamat, harusnya rt 7',
    'maaf salah ketik, rt 3 bukan rt 8',
    'tukangnya tidak datang lagi',
    'gak ada yang datang pak',
    'sampai sekarang tidak ada perubahan',
  ],
  verdictAndNew: [
    'YA terima kasih. LAPOR jembatan putus di Noelbaki',
    'sudah selesai makasih. ada lagi pak, pohon tumbang di jalan Timor',
    'YA. KOTKUPANG lampu jalan mati di Oesapa',
    'ok makasih. mau lapor lagi jembatan putus di desa kami',
    'sudah beres pak, lapor juga sampah menumpuk di pasar Oeba',
  ],
  newWord: ['BARU', 'laporan baru pak'],
  replyWord: ['BALAS', 'bls pak'],
} as const
export type Content = keyof typeof contents

export type Scene = {
  standing: keyof typeof standings
  stands: readonly Stand[]
  own: OwnReport[]
  prefix: Prefix
  /** Of `own`: whose number stands there. */
  named?: number
  content: Content
  text: string
  /** What we have just asked about the first that awaits something. */
  asked?: Question
}

function ownOf(stands: readonly Stand[], seed: number): OwnReport[] {
  let state = seed
  const next = () => (state = (state * 48271) % 2147483647)
  return stands.map((stand): OwnReport => {
    const trackingId = makeTrackingId((count) => Uint8Array.from({ length: count }, () => next() % 251))
    const closedAt = new Date('2026-01-07')
    switch (stand) {
      case 'open':
        return { trackingId, open: true }
      case 'held':
        return { trackingId, open: true, awaits: 'details' }
      case 'answered':
        return { trackingId, open: true, awaits: 'judgement' }
      case 'silent':
        return { trackingId, open: false, awaits: 'judgement', closedAt }
      case 'confirmed':
        return { trackingId, open: false, closedAt }
      case 'archived':
        return { trackingId, open: false, archived: true }
      case 'past':
        return { trackingId, open: false, closedAt: new Date('2025-05-01'), past: true }
    }
  })
}

const drawn = fc.record({
  standing: fc.constantFrom(...(Object.keys(standings) as (keyof typeof standings)[])),
  seed: fc.integer({ min: 1, max: 2 ** 30 }),
  prefix: fc.constantFrom(...prefixes),
  content: fc.constantFrom(...(Object.keys(contents) as Content[])),
  at: fc.nat(50),
  grouped: fc.boolean(),
  style: written,
  asked: fc.option(fc.constantFrom(...questions), { nil: undefined, freq: 3 }),
})

export const aScene: fc.Arbitrary<Scene> = drawn.chain(
  ({ standing, seed, prefix, content, at, grouped, style, asked }) => {
    const stands: readonly Stand[] = standings[standing]
    const own = ownOf(stands, seed)
    const front = own.length === 0 ? (prefix.replace('# ', '') as Prefix) : prefix
    const named = front.includes('#') ? at % own.length : undefined
    const forms: readonly string[] = contents[content]
    const form = forms[at % forms.length] ?? ''
    return mistyped(form).map((said) => {
      const id = named === undefined ? '' : (own[named]?.trackingId ?? '')
      const told = style.voice(said)
      const text = style.around(`${front.replace('#', grouped ? groupTrackingId(id) : id)}${told}`)
      const awaits = own.some(({ awaits: something }) => something)
      return {
        standing,
        stands,
        own,
        prefix: front,
        ...(named === undefined ? {} : { named }),
        content,
        text,
        ...(asked && awaits ? { asked } : {}),
      }
    })
  },
)

/** Two of their numbers in one message: what is said of each, and how. */
export type Pair = { own: OwnReport[]; text: string; says: readonly ['yes' | 'not', 'yes' | 'not'] }

const verdicts = { yes: 'YA', not: 'BELUM' } as const
export const aPair: fc.Arbitrary<Pair> = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
    one: fc.constantFrom('yes', 'not'),
    other: fc.constantFrom('yes', 'not'),
    first: fc.boolean(),
    joint: fc.constantFrom(', ', '. ', ' ', ' dan ', '\n', '; '),
    balas: fc.constantFrom('', 'BALAS ', 'LAPOR ', 'KOTKUPANG '),
    style: written,
  })
  .map(({ seed, one, other, first, joint, balas, style }) => {
    const own = ownOf(['answered', 'answered'], seed)
    const why = { yes: '', not: ' masih rusak' }
    const clause = (says: 'yes' | 'not', at: number) =>
      first
        ? `${own[at]?.trackingId} ${verdicts[says]}${why[says]}`
        : `${verdicts[says]} ${own[at]?.trackingId}${why[says]}`
    return { own, text: style.around(`${balas}${clause(one, 0)}${joint}${clause(other, 1)}`), says: [one, other] }
  })

/** One word before the first number and others behind the second: of which they are, nobody knows. */
export const aLoosePair: fc.Arbitrary<Pick<Pair, 'own' | 'text'>> = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
    stands: fc.constantFrom<Stand[]>(
      ['answered', 'answered'],
      ['held', 'held'],
      ['answered', 'held'],
      ['open', 'open'],
    ),
    front: fc.constantFrom('YA', 'BELUM', 'RAHASIA', 'ANONIM', 'sudah selesai'),
    joint: fc.constantFrom(', ', '. ', ' ', ' dan ', '\n', '; ', ' tapi ', ' sedangkan ', ', tetapi '),
    behind: fc.constantFrom('masih bau', 'belum', 'jangan', 'tidak usah', 'masih rusak', 'sudah'),
    style: written,
  })
  .map(({ seed, stands, front, joint, behind, style }) => {
    const own = ownOf(stands, seed)
    return { own, text: style.around(`${front} ${own[0]?.trackingId}${joint}${own[1]?.trackingId} ${behind}`) }
  })
