import { isPolite } from './said.ts'
import { readWords } from './read-words.ts'
import { wordSet } from './word-set.ts'
import { forbidding, refusing } from './words.ts'

/** A longer message tells something, and its wish would be heard. */
const mostWords = 12
const secret =
  /^(?:(?:di|me|ke)?rahasia(?:kan|in|an)?|anonim(?:kan|itas)?|privasi|privacy|identitas|(?:di)?samar(?:kan|in)?|sembunyi(?:kan|in)?|disembunyikan|inisial)(?:nya|ku)?$/
/** What shall not be done with what they wrote. */
const open = wordSet(
  `sebut disebut sebut2 bilang bilang2 dibilang cerita diceritakan bocor bocorkan dibocorkan sebar disebar sebarkan disebarkan buka dibuka tampil ditampilkan tampilkan
  muat dimuat umumkan diumumkan publikasi dipublikasikan publikasikan viral viralkan diviralkan posting diposting upload diupload share dishare ketahuan ketauan tahu tau
  diketahui dibaca dilihat kelihatan`,
)

/** "laporannya jgn smp ke kantor kelurahan ketahuan": not surely a wish for secrecy, but as likely one as not; the report is hidden while we ask. */
export function mayWish(text: string): boolean {
  const words = readWords(text).filter(({ word }) => !isPolite(word))
  if (words.length > mostWords) return false
  const forbids = words.findIndex(({ word }) => forbidding.has(word))
  const isForbidden = forbids >= 0 && words.slice(forbids + 1).some(({ word }) => open.has(word.replace(/nya$/, '')))
  // "tidak perlu dirahasiakan"
  const isSecret = words.some(
    ({ word }, at) => secret.test(word) && !words.slice(0, at).some((no) => refusing.has(no.word)),
  )
  return isForbidden || isSecret
}
