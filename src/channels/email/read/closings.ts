import { bareLine, wordsOf } from './bare-line.ts'

/** By which people take leave, in the languages and faiths of this country. */
const leaving =
  list(`salam hormat wassalam wasalam wassalamualaikum wasalamualaikum wassalamu wasalamu wassallam walaikumsalam terimakasih
  trimakasih makasih makasi mksh trims tks thx tq thanks thank regards sincerely faithfully respectfully cheers best suwun nuwun sekian demikian
  shalom syalom salom memberkati gbu bless rahayu santi shanti ttd tertanda`)
/** They take leave where hardly anything stands beside them. */
const signing = list('pelapor pengirim pemohon pengadu melaporkan melapor')

/** What may stand beside them and says nothing of its own. */
const beside =
  list(`banyak sangat sebelum sebelumnya sesudah sesudahnya dan serta atas untuk bagi dari oleh dengan perhatian perhatiannya
  bantuan bantuannya bantuanya kerjasama kerjasamanya kerja sama samanya tanggapan tanggapannya respon responnya respons waktu waktunya kesediaan
  kesediaannya kebijaksanaan kebijaksanaannya kesempatan kesempatannya saya sy kami kita aku ini itu ya yah laporan aduan pengaduan keluhan surat
  email surel informasi info penyampaian yang yg dapat bisa sampaikan disampaikan buat dibuat ucapkan diucapkan ucapan mengucapkan haturkan
  dihaturkan pak bapak bpk ibu bu admin min mimin kakak kak semua semuanya jajaran jajarannya sejahtera sehat sukses selalu hangat takzim
  damai olahraga lestari literasi perubahan perjuangan persaudaraan wr wb wrwb ww warahmatullahi warahmatullah warohmatullahi warahmatulahi wa
  wabarakatuh wabarokatuh wabarakatu wabarakatuhu alaikum alaikumsalam tuhan yesus kristus allah god you your yours truly kind warm warmest many
  very much so and n for attention in advance sebesar besarnya besar sedalam dalamnya om namo buddhaya kiranya agar maklum dimaklumi
  lebih dahulu jaya matur mauliate`)

/** No line takes leave without one of these; most lines are told by this alone. */
const sounds =
  /sal|hormat|was|wal|kasi|maka|mks|t[rh][ia]|tq|tks|thx|reg|sinc|faith|cheer|best|suwun|nuwun|kian|om\b|berkat|gbu|bless|raha|shal|sya|santi|shanti|ttd|tanda|lapor|kirim|mohon|adu/iu
const thanking = /kasih|makasi|mksh|trims|tks|thx|tq|thank|suwun|nuwun|matur/i
const mostWords = 16
const mostSigning = 2
const longest = 120

/** Nothing but leave taken, with whatever courtesy, sign or emoji: no word of it says anything else. */
export function isClosing(line: string): boolean {
  if (line.length > longest || !sounds.test(line)) return false
  const words = saidIn(line)
  return words.length > 0 && words.length <= mostWords && isLeave(words)
}

/** Words of courtesy alone, one of which takes leave. */
export function isLeave(words: readonly string[]): boolean {
  const isSigning = (word: string) => words.length <= mostSigning && signing.has(word)
  const takesLeave = (word: string) => leaving.has(word) || isSigning(word)
  return words.some(takesLeave) && words.every((word) => takesLeave(word) || beside.has(word))
}

/** As they stand in the list: lower case, drawn out no longer than they are. */
export function saidIn(line: string): string[] {
  const bare = bareLine(line)
    .replace(/['’`ʼ]/g, '')
    .replace(/terima[ -]+kasih/gi, 'terimakasih')
  return wordsOf(bare).flatMap((word) =>
    word
      .toLowerCase()
      .replace(/(\p{L})\1{2,}/gu, '$1')
      .split('-')
      .filter(Boolean),
  )
}

/** Thanks are an answer where nothing else is said. */
export function isThanks(line: string): boolean {
  return thanking.test(line) && isClosing(line)
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
