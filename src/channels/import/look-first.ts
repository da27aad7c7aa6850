import { skeleton, wordsIn } from '../../accounts/skeleton.ts'
import { titleFrom } from '../../intake/title.ts'
import { pointsAtSomebody } from '../../secrecy/before-publishing.ts'
import { findInOfficeWords, reachesSomebody } from '../../secrecy/personal-data/find-personal-data.ts'
import { isOrdinaryWord } from '../../secrecy/personal-data/ordinary-words.ts'
import type { ImportedReport } from './imported-report.ts'

const fewestLetters = 3

/**
 * Whether somebody must look at an answered row before it is public: forwarding is a positive act with a preview, and a file has
 * none. Nobody asked an anonymous reporter of another system what may be shown here, and where cells do not fit nobody knows whose
 * words stand where. All others come in public, as they were, unless their words point at somebody.
 * @param withNames whoever imports answers for the names in the file: a name alone stops nothing then
 */
export function waitsForALook(imported: ImportedReport, withNames: boolean): boolean {
  if (!imported.answeredAt || imported.confidential) return false
  if (imported.anonymous || imported.oddRow) return true
  const care = withNames ? 'ask_numbers' : 'ask'
  const { title, text, place, answer } = shownOf(imported)
  return (
    pointsAtSomebody({ title, text, place }, care) ||
    pointsAtSomebody({ answer }, care, findInOfficeWords) ||
    reachesSomebody(answer) ||
    names(imported.reporterName ?? '', `${title} ${text} ${place} ${answer}`)
  )
}

/** What the public would read of it. Empty: none. */
export function shownOf({ title, text, editedText, placeText, areaText, answerText }: ImportedReport) {
  return {
    title: title || titleFrom(text),
    text: editedText ?? text,
    place: [placeText, areaText].filter(Boolean).join(', '),
    answer: answerText ?? '',
  }
}

/** Any part of the name that is no ordinary word, in any spelling. */
function names(name: string, said: string): boolean {
  const parts = wordsIn(name)
    .map(skeleton)
    .filter((part) => part.length >= fewestLetters && !isOrdinaryWord(part))
  if (parts.length === 0) return false
  const words = new Set(wordsIn(said).map(skeleton))
  return parts.some((part) => words.has(part))
}
