import { skeleton } from '../accounts/skeleton.ts'
import { isEverydayWord, isOrdinaryWord } from './personal-data/ordinary-words.ts'
import { withoutRoads } from './personal-data/roads.ts'
import { type Named, wordsOf } from './prints-under.ts'

const word = /[\p{L}][\p{L}\p{M}'’]*/gu
/** Where a capital says nothing: at the beginning, behind a stop, a colon, a quotation mark or a new line. */
const beginning = /(?:^|[.!?:"“(\n])\s*$/u
/** What words have and names hardly ever: a word at the beginning that is in no list is most often such a one. */
const built = /^(?:me[mn]?|pe[mnr]?|di|ber|ter|ke|se)\p{L}{3}|(?:an|kan|nya)$/u
const longestAbbreviation = 6

/**
 * Whether a text holds a word written like a name that is none of ours: no everyday word, office, place or abbreviation. For words about
 * somebody who can be compared with nothing any more; it stops many that are nobody.
 */
export function holdsStrangeName(text: string, directory: Named): boolean {
  const ours = wordsOf(directory)
  const plain = withoutRoads(text.normalize('NFKC'))
  return [...plain.matchAll(word)].some(({ 0: said, index }) => {
    if (!/^\p{Lu}/u.test(said) || said.length < 3) return false
    const bare = skeleton(said)
    if (isEverydayWord(said) || isOrdinaryWord(bare) || ours.has(bare)) return false
    const isAbbreviation = said.length <= longestAbbreviation && /^\p{Lu}+$/u.test(said)
    const isBuilt = beginning.test(plain.slice(0, index)) && built.test(said.toLowerCase())
    return !isAbbreviation && !isBuilt
  })
}
