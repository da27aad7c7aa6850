import { readWords } from './read-words.ts'

/** A longer message tells a story. */
const longest = 12
const settled = [
  /\b(?:sudah|sdh|udah|udh|dah) (?:(?:di)?\p{L}+ )?(?:kami|saya|sy|warga|kita|tetangga|orang sini) (?:\p{L}+ )?(?:sendiri|pakai|pake|dengan|dgn)\b/u,
  /\b(?:sudah|sdh|udah|udh|dah) (?:kami|saya|sy|kita|warga) \p{L}+(?: sendiri)?$/u,
  /\b(?:tidak|tdk|tak|gak|ga|gk|nggak|ngga|gausah|jangan|jgn) ?(?:usah|perlu|jadi)? (?:datang|dtg|ke sini|kesini|kemari)\b/,
  /\b(?:sudah|sdh|udah|udh|dah) (?:beres|selesai|aman|normal|lancar|nyala|bagus|baik)\b/,
]

/** "sudah kami tambal sendiri", "ditutup warga pakai batu", "ga usah datang": who has mended it themselves reports nothing. */
export function saysSettled(text: string): boolean {
  const words = readWords(text)
  const line = words.map(({ word }) => word).join(' ')
  return words.length <= longest && settled.some((form) => form.test(line))
}
