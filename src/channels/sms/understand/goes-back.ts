import { withoutLinks } from '../../arrivals/without-links.ts'
import { findKeyword } from './find-keyword.ts'
import { isKnownThing, isTroubling, looksNew } from './looks-new.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { firstWord, isPolite, type Said } from './said.ts'
import type { Keyword } from './understood.ts'
import { refusing } from './words.ts'

/** A longer message tells a story of its own. */
const longest = 12
/** What says less than this names no trouble for sure. */
const shortest = 6
const opening = 4

const they = '(?:petugas|tim|orang|tukang|pekerja|teknisi|mereka|kontraktor|pemborong)(?:nya)?'
const between =
  '(?:(?:sudah|sdh|udah|udh|dah|belum|blm|tidak|tdk|tak|gak|ga|nggak|kok|cuma|hanya|baru|kemarin|kmrn|tadi|lapangan|pernah|juga|jg|ada|yang|yg|dari|dinas|kapan|memang|mmg) )*'
const theirs =
  '(?:datang|datang2|dtg|dateng|foto|foto2|difoto|cek|ngecek|survei|survey|lewat|pergi|kerja|bekerja|muncul|turun|kembali|balik|ukur|mengukur|janji|bilang|nongol|hadir|meninjau|tinjau)'
const mended =
  'di(?:kerjakan|kerjain|bersihkan|bersihin|perbaiki|tambal|angkut|angkat|tangani|betulkan|ganti|pasang|benahi|tindak|tindaklanjuti|proses|aspal|timbun|tebang|gali|keruk|sedot|cor|rapikan|lanjutkan|tinjau|respon|tanggapi|gubris|urus)'
const verdict =
  '(?:sudah|sdh|udah|udh|dah|belum|blm|blom|belom|tidak|tdk|gak|ga|nggak|baru|hanya|cuma|setengah|sebagian)'

/** With these they speak of what they have filed. */
const ofReport = [
  /\b(?:laporan|aduan|pengaduan|keluhan)(?:ku|nya)?(?: (?:yang|yg|kami|saya|sy|aku|ku))* (?:saya|sy|kami|aku|ku|ini|itu|tsb|tersebut|tadi|kemarin|kmrn|sebelumnya|lama|pertama|dulu|lalu)\b/,
  /\b(?:laporanku|aduanku|laporannya|aduannya)\b/,
  /\b(?:yang|yg) (?:(?:kemarin|kmrn|tadi|dulu|sudah|sdh|pernah|telah|barusan) )*(?:saya|sy|kami|aku) (?:(?:sudah|sdh|pernah|telah|kemarin|kmrn|tadi) )*(?:lapor|laporkan|laporin|adukan|sampaikan|sms)\b/,
  /^(?:tambahan|info tambahan|tambah|mengenai|soal|tentang|perihal) (?:info |tambahan )?(?:laporan|aduan|pengaduan)\b/,
  /^(?:(?:sekedar|sekadar|ini|ada|mau|kasih|beri) )*(?:info|informasi|data|keterangan|catatan) tambahan\b/,
]
/** "yang saya lapor itu lampu …": no LAPOR in front. */
const filedBefore =
  /^(?:itu )?(?:yang|yg) (?:saya|sy|kami|aku) (?:(?:sudah|sdh|pernah|telah|kemarin|kmrn|tadi) )*lapor (?:itu|ini|tadi|kemarin|kmrn)\b/
/** A colon behind it; "tambahan penghasilan guru" is money. */
const added = /^\W*(?:(?:maaf|mohon|pak|bu|min)\W+)*tambahan\w*\s*[:,–-]/i

const mine = '(?:saya|sy|aku|kami)'
/** Who they are, and how to reach them: no complaint by itself. `numbered` says nothing besides. */
const numbered = RegExp(
  `^(?:tambahan )?(?:ini )?(?:nik|ktp|kk|no|nomor|nomer|hp|wa|telepon|telp)(?: (?:hp|wa|telp|telepon|ktp|nik|kk|rekening|bpjs|pelanggan))? ${mine}(?: (?:adalah|ini|yaitu|di))* \\d`,
)
const reachable = RegExp(
  `^(?:tambahan )?(?:(?:nama|alamat|email|surel)(?: (?:lengkap|rumah|tinggal))? ${mine}|(?:bisa |boleh |silakan )?(?:hubungi|telepon|telpon|wa) ${mine})\\b`,
)

/** So does who sets something right; and whoever sent it wrongly. */
const correcting = [
  /^(?:ralat|koreksi|revisi|salah)\b/,
  /^maksud(?:nya)? (?:saya|sy|aku|kami)\b/,
  /\bsalah (?:kirim|ketik|tulis|alamat|sebut|pencet|sambung|lokasi|nomor|orang|info)\b/,
  /\byang (?:benar|betul)\b/,
  /^bukan .+ (?:tapi|tp|tetapi|melainkan)\b/,
]

/** What is still so, or again; who came, or did not; how long it takes; a thing that is known already. */
const following = [
  /^(?:masih|msh|tetap|tetep|makin|semakin|tambah|bertambah|ternyata|kembali|ternyta|sama saja|yang|yg)\b/,
  RegExp(`\\b(?:makin|semakin|tambah) (?!lagi)\\p{L}+ (?:pak|bu|saja|aja|parah|lagi)?$`, 'u'),
  /\b(?:masih|msh|tetap|tetep) (?:saja |aja |sama|begitu|gitu|belum|blm|seperti|kayak|juga|jg)/,
  /^(?:sampai|sampe|smp|hingga) (?:sekarang|skrg|skg|saat|hari|detik|kini|kapan)\b/,
  RegExp(`^(?:\\p{L}+ ){0,2}${they} ${between}${theirs}\\b`, 'u'),
  /^(?:\p{L}+ ){0,3}(?:tidak|tdk|tak|gak|ga|nggak|belum|blm) (?:pernah |juga |jg )?ada (?:yang|yg|petugas|tindak|tindakan|perbaikan|perubahan|perkembangan|kabar|respon|jawaban|tanggapan|hasil)\b/u,
  RegExp(
    `^(?:(?:ya|iya|kok|ko|kenapa|knp|juga|jg|tapi|tp) )*${verdict} (?:juga |jg |saja |aja |yang |yg |sempat |pernah |ada |di |selesai |semua )*(?:${mended}|selesai|tuntas|beres)\\b`,
    'u',
  ),
  /^(?:jangan|jgn) (?:di)?(?:abaikan|lupakan|diamkan|biarkan|tutup|tolak|hapus|batalkan|hentikan|arsip|arsipkan)\b/,
  /\b(?:di)?buka (?:lagi|kembali)\b/,
  /^(?:sudah|sdh|udah|udh|dah|hampir|lebih) (?:hampir |lebih )?(?:\p{L}+|\d+) (?:hari|minggu|mggu|bulan|bln|tahun|thn)$/u,
  /^(?:ini|itu|kok|ini kok) (?:sudah|sdh|udah|udh|dah)\b/,
  /^(?:(?:eh|oh|sori|sorry|mf) )*(?:tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak) jadi\b/,
  /^(?:segera|secepatnya|dipercepat) (?:ya|yah|dong|pak|bu)\b/,
  /\b(?:laporan|aduan)(?:nya|ku| saya| kami)? (?:(?:sudah|sdh|ini|bisa|boleh|dapat|silakan|silahkan) )+(?:di)?tutup\b/,
  /\b(?:mampet|mati|rusak|bocor|banjir|gelap|bau|kotor|macet|penuh|menumpuk|numpuk|meluap|padam|jebol|longsor|amblas|berlubang|terulang|begitu|begini) lagi\b/,
  /^(?:\p{L}+ ){0,2}(?:itu|tersebut|tsb|tadi|yang kemarin|yg kemarin|yg tadi)\b/u,
]

/** `vague`: nothing that is a complaint by itself, nor surely about the one that is there. */
export type Back = 'surely' | 'maybe' | 'vague'

/**
 * Whether words of somebody whose report is open, or ended lately, go on from it. `surely`: they name it and tell nothing new; `maybe`: they may as well
 * begin a complaint, and are asked about. LAPOR or an office's keyword in front says that it is another.
 */
export function goesBack({ text, words, asks }: Pick<Said, 'text' | 'words' | 'asks'>): Back | undefined {
  if (/^\W*\(?\s*[2-9]\s*\/\s*[2-9]\s*\)?/.test(text)) return 'maybe'
  const bare = withoutLinks(text)
  const said = words.filter(({ from }) => bare[from] !== ' ')
  const told = said.filter(({ word }) => !isPolite(word))
  const line = lineOf(said)
  if (firstWord(words)?.means === 'file' && !filedBefore.test(line)) return undefined
  const isNew = looksNew({ words: said, asks })
  const isShort = told.length <= longest
  const names = ofReport.some((form) => form.test(line)) || (isShort && numbered.test(line))
  if (names || (isShort && correcting.some((form) => form.test(line))))
    return isNew || announces(line) ? 'maybe' : 'surely'
  if (!isShort || announces(line)) return undefined
  if (
    added.test(text) ||
    following.some((form) => form.test(line)) ||
    (reachable.test(line) && !said.some(lacksOrAils))
  )
    return 'maybe'
  if (told.slice(0, opening).some((one) => isKnownThing(one) && !isTroubling(one) && !talking.test(one.word)))
    return 'maybe'
  return isVague(told, said) ? 'vague' : undefined
}

/** The same of kept words, whatever stands in front of them. */
export function goesBackIn(text: string, keywords: readonly Keyword[]): boolean {
  const behind = withoutKeyword(text, keywords)
  const how = goesBack({ text: behind, words: readWords(behind), asks: behind.includes('?') })
  return how === 'surely' || how === 'maybe'
}

/** What stands behind the keyword of an office. */
export function withoutKeyword(text: string, keywords: readonly Keyword[]): string {
  const found = findKeyword(readWords(text), keywords)
  return found?.sure ? textWithout(text, found.words) : text
}

/** "nama saya tidak terdaftar" complains. */
function lacksOrAils(one: Word): boolean {
  return one.means === 'not' || refusing.has(one.word) || isTroubling(one)
}

/** Without how one speaks to an office in front. */
function lineOf(words: readonly Word[]): string {
  const spoken = words.map(({ word }) => word).join(' ')
  return spoken.replace(
    /^(?:(?:pak|bapak|bpk|ibu|bu|mas|mbak|kak|min|admin|halo|maaf|mohon|tolong|tlg|selamat|pagi|siang|sore|malam|assalamualaikum|ya|yah) )+/,
    '',
  )
}

/** "ada lagi pak, …", "mau lapor …": something else, as they say themselves. */
export function announces(line: string): boolean {
  return /\b(?:ada lagi|mau lapor|mau melapor|ingin melaporkan|lapor lagi|laporan baru|laporan lain|satu lagi)\b/.test(
    line,
  )
}

/** They say no thing by themselves: "sebaiknya", "harusnya", "kurangnya". */
const talking =
  /^(?:sebaik|harus|seharus|akhir|khusus|banyak|kurang|penting|marak|jadi|terjadi|seperti|kayak|kelihatan|inti|misal|contoh|setidak|sebenar|soal|sering|mudah|tentu|umum|rata|kira|maksud|apa|kenapa|semua|lain|sesungguh|minim|tinggi|rendah|lambat|lama|sulit|mahal|besar|ada|kebanyak)\p{L}*nya$/u

/** "dekat terminal bus", "air sudah masuk rumah", "bisa kirim foto ke mana?": no trouble, nothing that is missing and no wish. */
function isVague(told: readonly Word[], words: Said['words']): boolean {
  // "ada orang gila di pasar Oeba"
  if (told[0]?.word === 'ada' && told.some(({ word }) => word === 'di')) return false
  const isTold = told.length > 1 && told.length <= shortest && told.some(({ word }) => word.length > 1)
  return isTold && !looksNew({ words, asks: false })
}
