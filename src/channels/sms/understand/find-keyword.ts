import { nearest } from './near.ts'
import type { Word } from './read-words.ts'
import type { Keyword } from './understood.ts'
import { address, answering, ordinary, please, thanks, troubles } from './words.ts'

/** `sure`: the office meant; otherwise only worth the question "maksud Anda …?". */
export type FoundKeyword = { keyword: Keyword; sure: boolean; words: Word[] }

const mostWords = 5
/** A shorter keyword with a typo is too often some other word. */
const longEnough = 7
/** A shorter one begins too many words. */
const longRun = 6
const endings = new Set(['nya', 'lah', 'kah', 'pun', 'kan', 'an'])

/**
 * The keyword at the start of a message, greetings aside. Spaces inside are allowed; one typo is forgiven where the words
 * of exactly one office are that near; with two typos, or one in a short keyword, we are not sure.
 */
export function findKeyword(words: readonly Word[], keywords: readonly Keyword[]): FoundKeyword | undefined {
  const start = words.findIndex(({ word, means }) => !isGreeting(word) && means !== 'file')
  if (start < 0) return undefined
  const heads = Array.from({ length: mostWords }, (_, at) => words.slice(start, start + mostWords - at))
  const byWord = new Map(keywords.map((keyword) => [keyword.word, keyword]))
  for (const head of heads) {
    const keyword = byWord.get(joined(head))
    if (keyword) return { keyword, sure: true, words: head }
  }
  const run = words[start] && runOn(words[start], keywords)
  if (run) return run
  const all = [...byWord.keys()]
  const near = heads
    .filter((head) => joined(head).length >= 4 && !isEveryday(head))
    .flatMap((head) => {
      const found = nearest(joined(head), all, (word) => (word.length < longEnough ? 1 : 2))
      const [keyword, ...others] = found.flatMap(({ word }) => byWord.get(word) ?? [])
      // Two words of one office are one.
      const isOne = keyword && others.every(({ agencyId }) => agencyId === keyword.agencyId)
      return isOne ? [{ keyword, typos: found[0]?.typos ?? 0, words: head }] : []
    })
    .sort((one, other) => one.typos - other.typos)[0]
  if (!near) return undefined
  return { keyword: near.keyword, sure: near.typos === 1 && near.keyword.word.length >= longEnough, words: near.words }
}

/** "KOTKUPANGjalan rusak": a long keyword written on to the next word, which is one; an ending is none. */
function runOn(first: Word, keywords: readonly Keyword[]): FoundKeyword | undefined {
  const typed = first.typed.toUpperCase()
  if (typed.length !== first.to - first.from) return undefined
  const [keyword] = keywords
    .filter(({ word }) => word.length >= longRun && typed.startsWith(word) && isWord(typed.slice(word.length)))
    .sort((one, other) => other.word.length - one.word.length)
  if (!keyword) return undefined
  const to = first.from + keyword.word.length
  const [word, after] = [first.typed.slice(0, keyword.word.length), first.typed.slice(keyword.word.length)]
  // As likely one word of every day as two: "provinsinya".
  if (ordinary.has(first.word) || endings.has(after)) return undefined
  return { keyword, sure: true, words: [{ ...first, typed: word, word, to }] }
}

function isWord(letters: string): boolean {
  return letters.length >= 3 && /^\p{L}+$/u.test(letters) && /[AIUEO]/.test(letters)
}

function joined(words: readonly Word[]): string {
  return words.map(({ typed }) => typed.toUpperCase()).join('')
}

function isGreeting(word: string): boolean {
  return address.has(word) || please.has(word) || thanks.has(word) || word === 'ke' || word === 'kepada'
}

/** A word of every day is no mistyped keyword; nor are several short ones that happen to add up. */
function isEveryday(head: readonly Word[]): boolean {
  const [first] = head
  if (head.length > 2 || !first) return true
  return head.some(({ word, means }) => means || ordinary.has(word) || troubles.has(word) || answering.has(word))
}
