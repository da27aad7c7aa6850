import { denies, disputes, isDispleased } from './disputes.ts'
import { goesBackIn } from './goes-back.ts'
import { saysAgainst } from './only-praises.ts'
import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { persisting } from './words.ts'

/** "gak ada yang datang", "selokan depan rumah masih penuh", "mohon dicek ulang": against what the office says, or what goes on from it. */
export function speaksOfAnswer(text: string): boolean {
  const first = readWords(text).find(({ word, means }) => !isPolite(word) && means !== 'yes')
  return goesBackIn(text.slice(first?.from), []) || contradicts(text)
}

/** What stands against it whatever was filed. */
export function contradicts(text: string): boolean {
  const words = readWords(text).filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return false
  const line = words.map(({ word }) => word).join(' ')
  return (
    disputes(text) ||
    denies(first) ||
    last.means === 'not' ||
    words.some(({ word }) => persisting.has(word) && word !== 'kurang') ||
    worked.test(first.word) ||
    /\b(?:bukan|sebagian|setengah|hanya|cuma) (?:yang |yg )?di\p{L}{4,}/u.test(line) ||
    /\bdi?(?:cek|tinjau|periksa|kerjakan|perbaiki|bersihkan) (?:ulang|kembali|lagi)\b/.test(line)
  )
}

const worked = /^di(?:kerja|bersih|perbaik|tambal|angku|tangan|betul|gant|pasang|benah|aspal|timbun|sedot|gal|keruk)/

/** "mampet lagi", "makin parah", "petugas belum datang": a trouble, a denial, or what is still so. "Pelayanannya cepat" is none of them. */
export function goesOn(said: string): boolean {
  const words = readWords(said)
  return saysAgainst(words) || isDispleased(words) || disputes(said) || words.some(({ word }) => worsening.has(word))
}

const worsening = new Set(
  'makin semakin tambah bertambah ulang terulang terus malah ternyata parah saja aja doang'.split(' '),
)
