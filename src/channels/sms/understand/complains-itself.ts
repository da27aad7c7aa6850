import { goesBackIn } from './goes-back.ts'
import { withoutNotKnowing } from './knows-not.ts'
import { isTroubling, looksNew } from './looks-new.ts'
import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { announcesNew } from './say-new.ts'
import { wishing } from './words.ts'

/** "di rumah sakit", "di dekat kuburan yang rusak": where that is, and no trouble. */
const place = /\brumah sakit\b|\b(?:yang|yg) \p{L}+\s*$/giu
/** Fewer say no thing, its trouble and its place. */
const fewest = 4

/**
 * Whether words that came while our question was open, and that nobody explained, are a whole complaint of their own, or say that they are one: "jembatan
 * putus di desa kami". All others answer the question: "banyak warga sakit", "saya tidak punya alamat pasti, dekat pohon besar".
 * @param behind the same without LAPOR or a keyword in front
 */
export function complainsItself(text: string, behind: string): boolean {
  if (announcesNew({ words: readWords(text) })) return true
  const said = withoutNotKnowing(behind).replace(place, ' ')
  const words = readWords(said)
  const told = words.filter(({ word }) => !isPolite(word))
  const isComplaint = told.some(isTroubling) || (words.some(({ word }) => wishing.has(word)) && !goesBackIn(said, []))
  return told.length >= fewest && isComplaint && looksNew({ words, asks: false })
}
