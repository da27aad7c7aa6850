import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { longest, namesPlace } from './stands-alone.ts'

const not = '(?:tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak|belum|blm|blom|belom)'
const between = '(?:(?:juga|jg|pernah|satupun|sama|sekali|satu|pun|seorang|orang|kok|ko) )*'
const come =
  '(?:datang|dtg|dateng|turun|muncul|nongol|cek|ngecek|lihat|liat|respon|peduli|perbaiki|memperbaiki|benerin|betulin|betulkan|tangani|menangani|urus|ngurus|kerja|kerjakan|tanggapi|jawab|bergerak|gerak|hadir)'

/** What is still so; for how long; nobody who came; who keeps silent; what was promised. */
const persisting = [
  /\b(?:masih|msh|tetep|ttp)\b/,
  /(?<!\b(?:guru|pegawai|karyawan|honorer|dosen|penduduk|warga|ktp|kerja|pekerjaan|alamat|harga|secara) )\btetap\b/,
  /\b(?:sampai|sampe|smp|hingga) (?:sekarang|skrg|skg|saat ini|hari ini|malam ini|sore ini|siang ini|pagi ini|detik ini|kini)\b/,
  RegExp(
    `\\b${not} ${between}ada ${between}(?:petugas|orang|tukang|teknisi|tim|tindakan|tindak|perbaikan|perubahan|penanganan|perkembangan|kemajuan|respon|tanggapan|kabar|kelanjutan|pengerjaan)\\w*`,
  ),
  RegExp(`\\b${not} ${between}ada (?:yang|yg) (?:mau )?${come}`),
  RegExp(`\\b${not} ${between}(?:di)?(?:datang|dtg|dateng)(?:i|in)?$`),
  /\b(?:kok|ko|kenapa|knp|mengapa|pada|cuma|hanya|jangan|jgn)\b.*\b(?:diam|diem|cuek|bungkam)\b/,
  /\b(?:diam|diem|cuek|bungkam) (?:saja|aja|sj|doang|terus|trus)\b/,
  /\b(?:mana janji|janji ?(?:nya|mu|kalian)? ?mana|katanya (?:mau|akan|segera))/,
]

/**
 * Whether words say that what was filed is still so, that nobody came, or how long it takes: "malam ini masih gelap pak", "sdh 3 hari ga ada yg dtg",
 * "kok diam aja". Of somebody whose report is there they are about that one, unless they name a place of their own or tell a story.
 */
export function persists(text: string): boolean {
  const words = readWords(text)
  return !namesPlace(words) && saysStill(words)
}

/** The same, wherever that is. */
export function saysStill(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word) || timely.has(word))
  const line = told.map(({ word }) => word).join(' ')
  return told.length <= longest && persisting.some((form) => form.test(line))
}

/** Politeness elsewhere; beside SAMPAI a time. */
const timely = new Set('yang ini pagi siang sore malam'.split(' '))
