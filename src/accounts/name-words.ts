import { withoutSpelling } from './skeleton.ts'

// Two names are compared by what is written here, and in the database by identity.words_of_name and identity.heard_as (migration 216): the
// same signs, the same order, so that both call the same people alike. A test compares them.

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
