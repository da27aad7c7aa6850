/** Letters and signs that stand for a letter of another shape: leetspeak, Cyrillic and Greek look-alikes. */
const standsFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
}

/** Writings of one sound, in this order: spelling before 1947 and 1972 (oe, dj, tj, j), Arabic and Dutch habits. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/i(?=[jy][aeou])/g, ''],
  [/[ck]h/g, 'h'],
  [/([bdgpt])h/g, '$1'],
  [/j/g, 'y'],
  [/[fv]/g, 'p'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/y(?![aeiou])/g, 'i'],
  [/(.)\1+/g, '$1'],
]

const muhammads = new Set(['moh', 'muh', 'mhd', 'moch', 'mohamad', 'mohamed', 'muhamed', 'mukamad'])

/** A word with its letters, signs and digits read as the letters they look like: `s4nt0s0` is `santoso`. Lower case, no accents. */
export function readAsLetters(written: string): string {
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain]
    .map((letter) => standsFor[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}]/gu, '')
}

/**
 * What is left of a name or word when its spelling is taken away: two writings of one name have the same skeleton
 * (Djoko, Joko and J0kko; Achmad, Ahmad and Akhmad). No word of any language, and never shown.
 */
export function skeleton(written: string): string {
  return withoutSpelling(readAsLetters(written))
}

/** The same of a word in small letters without accents; digits, and letters of another script, stay as they are. */
export function withoutSpelling(letters: string): string {
  let bare = letters
  for (const [spelling, sound] of spellings) bare = bare.replace(spelling, sound)
  return muhammads.has(bare) ? 'muhamad' : bare
}

/** A word, and where it stands, in UTF-16 units; `end` is behind its last. */
export type Placed = { word: string; start: number; end: number }

/** Words in the order written, signs between them dropped; a number is no word. Signs that stand for letters count inside one. */
export function placedWords(text: string): Placed[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}@$!|€]*[\p{L}\p{N}])?/gu)]
    .filter(({ 0: word }) => /\p{L}/u.test(word))
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
}

/** The same, without their places. */
export function wordsIn(text: string): string[] {
  return placedWords(text).map(({ word }) => word)
}
