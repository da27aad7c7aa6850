import { withoutSpelling } from './skeleton.ts'

// Two names are compared by what is written here, and in the database by identity.words_of_name, heard_as, sounds_of and glued
// (migration 216): the same signs, the same order, so that both call the same people alike. A test compares them.

const apostrophes = /['’‘ʼʻ`´]/gu
const marks = /[\u0300-\u036f]/gu

/** Letters of other shapes that stand for plain ones, and which. */
const shapes = 'авеіјкмнорсѕтухАВЕІЈКМНОРСЅТУХαεικνορτυΑΕΙΚΝΟΡΤΥøłđıħØŁĐĦ'
const plain = 'abeijkmhopcstyxabeijkmhopcstyxaeikvoptuaeikvoptuoldiholdh'
const plainOf = new Map([...shapes].map((shape, at) => [shape, plain[at] ?? shape]))

/** Letters, or digits. */
const words = /[a-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ud7ff\uf900-\uffef]+|[0-9]+/gu

/** The words of a name in their order, in small letters, without accents and apostrophes: "Drs. Ma’ruf Núr" is `drs`, `maruf`, `nur`. */
export function wordsOfName(name: string): string[] {
  const bare = name.replace(apostrophes, '').normalize('NFKD').replace(marks, '')
  const small = [...bare].map((letter) => plainOf.get(letter) ?? letter).join('')
  return small.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).match(words) ?? []
}

/** What a word of a name is compared as: Dedi, Dedy and Deddy are one, Aditya and Aditia too. Never shown or stored. @param word as `wordsOfName` gives it */
export function heardAs(word: string): string {
  return withoutSpelling(word).replace(/i(?=[aou])/g, 'y')
}

/** Writings of one sound that the skeleton of a reporter's name tells apart, in this order: nothing of what is compared here is stored. */
const coarser: readonly (readonly [RegExp, string])[] = [
  [/ie$/g, 'i'],
  [/i(?=[aeou])/g, 'y'],
  [/ae/g, 'ai'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/sy(?=[aeou])/g, 's'],
  [/([^aeiou])u(?=[aei])/g, '$1w'],
  [/(...a)h$/g, '$1'],
  [/^abdul(?=[^aeiou])/g, 'abdu'],
  [/(.)\1+/g, '$1'],
]

/**
 * What a word of a name is compared as, one of these or another: z is heard as s and as j, ch and kh as h and as k. Christina is Kristina,
 * Syamsul Samsul, Rijal Rizal and Rizal Risal. @param word as `wordsOfName` gives it
 */
export function soundsOf(word: string): string[] {
  const hard = word.replace(/[ck]h/g, 'k')
  const written = [word, hard, word.replace(/z/g, 'j'), hard.replace(/z/g, 'j')]
  return [...new Set(written.map((one) => coarser.reduce((bare, [from, to]) => bare.replace(from, to), heardAs(one))))]
}

const abdul = /^abd(?:u[lrs]?)?$/

/** The words of a name, with what stands behind an Abdul in one word with it: "Abdul Rahman", "Abd. Rahman" and "Abdurrahman". */
export function glued(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (at > 0 && abdul.test(words[at - 1] ?? '')) return []
    const follows = words[at + 1]
    return [abdul.test(word) && follows !== undefined ? `abdul${follows}` : word]
  })
}
