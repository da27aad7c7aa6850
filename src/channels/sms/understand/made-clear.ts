import { answersQuestion } from './answers-question.ts'
import { isTroubling } from './looks-new.ts'
import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { namesPlace, standsAlone } from './stands-alone.ts'
import type { OwnReport } from './understood.ts'

const longest = 10

const not = '(?:tidak|tdk|tak|gak|ga|nggak|kurang|krg|belum)'
const clear = [
  /\bkan (?:(?:sudah|sdh|udah|memang) )?jelas\b/,
  /\b(?:sudah|sdh|udah|sangat) jelas\b/,
  RegExp(
    `\\b(?:masa|masak|kok|ko|kenapa|knp|mengapa|bagaimana|dibilang|apanya(?: yang| yg)?) (?:bisa |dibilang )?${not} jelas\\b`,
  ),
  RegExp(`\\b${not} jelas (?:apanya|gimana|bagaimana|dimana|di mana|dari mana)\\b`),
]

/** "masa tidak jelas?", "lokasinya kan jelas": against what it was archived for. "Pelayanan tidak jelas" is not. */
export function callsClear(text: string): boolean {
  const line = readWords(text)
    .map(({ word }) => word)
    .join(' ')
  return clear.some((form) => form.test(line))
}

/** "jalan Bajawa nomor 8, dekat masjid": where it is, and no trouble. Of what was archived as unclear it is what was missing. */
export function tellsWhere(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(({ word }) => !isPolite(word))
  if (told.length > longest || told.some(isTroubling) || text.includes('?') || standsAlone(text)) return false
  return answersQuestion(text) || namesPlace(words)
}

/** The one that was archived as unclear, where nothing else of theirs is open or ended lately. */
export function archivedUnclear(own: readonly OwnReport[]): OwnReport | undefined {
  const [only, ...others] = own.filter(({ past }) => !past)
  return only?.unclear && others.length === 0 ? only : undefined
}
