import { saysAgainst } from './only-praises.ts'
import { readWords } from './read-words.ts'
import { starsAndWords } from './stars-and-words.ts'
import { type OwnReport, type Understood, understand } from './understand.ts'
import { persisting, refusing } from './words.ts'

const again = new Set('lagi kembali kambuh'.split(' '))
const inFront =
  /^\s*(?:nilai|rating|bintang)\s*:?\s*[1-5](?:\s*(?:\/|dari)\s*5)?(?![\d/])(?=\s*[,.;:!\n-]|\s+karena\b)/i
/** So many of five are given by whoever is content. */
const many = 4

/**
 * "Nilai 2, lambat sekali", where we asked for stars: how many, 1–5. Undefined where nothing is said beside them, and where that denies that it is
 * settled: "nilai 1, petugas tidak datang".
 */
export function starsBeside(text: string, own: OwnReport): number | undefined {
  const isAsked = own.open ? own.awaits === 'judgement' : !own.awaits && !own.past && !own.archived
  if (!isAsked) return undefined
  const [stars] = inFront.exec(text) ?? []
  if (!stars) return starsAndWords(text)?.rating
  const words = readWords(text.slice(stars.length))
  const denies = words.some(
    ({ word, means }) => means === 'not' || [persisting, refusing, again].some((some) => some.has(word)),
  )
  const meant = understand(stars, [], [own])
  return words.length > 0 && !denies && meant.kind === 'rate' ? meant.rating : undefined
}

/** What was taken for words alone, or was not sure, with the stars in front of it. */
export function withStars(understood: Understood, text: string, own: OwnReport): Understood {
  const rating = understood.kind === 'reply' || understood.kind === 'ask' ? starsBeside(text, own) : undefined
  return rating ? { kind: 'rate', trackingId: own.trackingId, rating } : understood
}

/** "Nilai 5, petugasnya ramah": whoever says so is content. */
export function ratesWell(text: string, own: OwnReport): boolean {
  return (starsBeside(text, own) ?? 0) >= many && !saysAgainst(readWords(text))
}
