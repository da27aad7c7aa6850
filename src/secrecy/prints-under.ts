import { printsOfText, type TextPrints } from '../accounts/fingerprint.ts'
import { skeleton, wordsIn } from '../accounts/skeleton.ts'
import { catalogue } from '../ui/words/index.ts'
import { isGivenName } from './personal-data/given-names.ts'
import { isEverydayWord, isOrdinaryWord } from './personal-data/ordinary-words.ts'
import { withoutRoads } from './personal-data/roads.ts'

/** Where words are printed: under which secret, and whose words say nobody. */
export type Printing = { indexSecret: Uint8Array; directory: Named }

/** The offices and areas of the directory. */
export type Named = Record<'agencies' | 'areas', readonly { name: string }[]>

/** A text's keyed hashes under the salts of one report and what was merged with it: by them its reporter is found in the database. */
export function printsUnder({ indexSecret, directory }: Printing, salts: readonly Buffer[], text: string): TextPrints {
  const ours = wordsOf(directory)
  const saysNobody = {
    isOrdinary: (bare: string) => (isOrdinaryWord(bare) || ours.has(bare)) && !isGivenName(bare),
    isEveryday: isEverydayWord,
    withoutPlaces: withoutRoads,
  }
  const all = salts.map((salt) => printsOfText(indexSecret, salt, text, saysNobody))
  return {
    names: all.flatMap(({ names }) => names),
    contacts: all.flatMap(({ contacts }) => contacts),
    pieces: all.flatMap(({ pieces }) => pieces),
  }
}

const known = new WeakMap<Named, ReadonlySet<string>>()

/** The words of our own screens, and of the names of offices and areas: an answer cannot do without them. */
export function wordsOf(directory: Named): ReadonlySet<string> {
  const before = known.get(directory)
  if (before) return before
  const screens = Object.values(catalogue).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  const places = [...directory.agencies, ...directory.areas].map(({ name }) => name)
  const words = new Set([...screens, ...places].flatMap(wordsIn).map(skeleton))
  known.set(directory, words)
  return words
}
