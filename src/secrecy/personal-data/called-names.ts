import { type Spoken, spokenIn } from '../../accounts/called-by-name.ts'
import { skeleton } from '../../accounts/skeleton.ts'
import { asUsual, type Find } from './find.ts'
import { isGivenName, isNameToo } from './given-names.ts'
import { isEverydayWord, isOrdinaryWord } from './ordinary-words.ts'

const mostWords = 4

/**
 * People called by a name, by the same forms by which a reporter's own name is found in words that leave (accounts/called-by-name.ts),
 * so that whoever guesses is told the same: behind "Saudara/i" or "Kak" whatever is written as a name, elsewhere a name that is a word.
 */
export function findCalledNames(text: string): Find[] {
  const words = spokenIn(asUsual(text), isWord)
  return words.flatMap((spoken, at) => {
    if (!isSomebody(spoken)) return []
    const further = words
      .slice(at + 1, at + 1 + mostWords)
      .findIndex((next, beyond) => !goesOn(text, words[at + beyond], next))
    const last = words[at + (further < 0 ? mostWords : further)] ?? words.at(-1) ?? spoken
    return [{ kind: 'name' as const, start: spoken.start, end: last.end }]
  })
}

function isWord(written: string): boolean {
  return isEverydayWord(written) || isOrdinaryWord(skeleton(written))
}

function isSomebody({ word, bare, called }: Spoken): boolean {
  if (!called) return false
  if (isNameToo(bare, word) || isGivenName(bare)) return true
  const isWritten = /^\p{Lu}.*\p{Ll}/u.test(word)
  return called === 'calling' && isWritten && !isWord(word)
}

/** "Bunga Lestari". */
function goesOn(text: string, last: Spoken | undefined, next: Spoken): boolean {
  const isNext = /^[ \u00a0]+$/.test(text.slice(last?.end, next.start))
  return isNext && /^\p{Lu}/u.test(next.word) && (isNameToo(next.bare, next.word) || isGivenName(next.bare))
}
