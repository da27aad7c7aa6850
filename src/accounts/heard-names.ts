import { skeleton } from './skeleton.ts'

/**
 * Writings of one name of which the skeleton makes two: Marsetio and Marsetyo, Christina and Kristina, Victor and Viktor, Zainal and Jaenal, Syamsul and
 * Samsul, Aisyah and Aisah, Suastika and Swastika, Abdul Rahman and Abdurrahman. What is stored of a name is its skeleton, so it is a text that is read in
 * each of them.
 */
const alsoWritten: readonly (readonly [RegExp, string])[] = [
  [/i(?=[aou])/g, 'y'],
  [/iy(?=[aou])/g, 'i'],
  [/(?<=[^aeiou])y(?=[aou])/g, 'i'],
  [/c(?=[ei])/g, 's'],
  [/ch(?=[rl])/g, 'k'],
  [/k(?=[rl])/g, 'ch'],
  [/c(?![eihy])/g, 'k'],
  [/k(?![eihy])/g, 'c'],
  [/^v/, 'w'],
  [/^w/, 'v'],
  [/z/g, 'j'],
  [/j/g, 'z'],
  [/sy/g, 's'],
  [/s(?=[aiu])/, 'sy'],
  [/ae/g, 'ai'],
  [/ai/g, 'ae'],
  [/(?<=[^aeiou])w(?=[aei])/g, 'u'],
  [/(?<=[^aeiou])u(?=[aei])/g, 'w'],
  [/(?<=.{2})ie$/, 'i'],
  [/(?<=.[^aeiou])i$/, 'ie'],
  [/(?<=.{3}a)h$/, ''],
  [/(?<=.{3}a)$/, 'h'],
  [/^abdu(?:r(?=r)|s(?=s)|l(?=l))?(?!l)/, 'abdul'],
  [/^abdul(?=[rs])/, 'abdu'],
]
/** So many of them at once: Jaenal is Zainal. */
const atOnce = 2

/** The skeletons of a word, in small letters, in every writing that sounds like it; its own first. */
export function asHeard(word: string): string[] {
  const heard = new Set([word])
  let last: readonly string[] = [word]
  for (let change = 0; change < atOnce; change++) {
    last = last
      .flatMap((one) => alsoWritten.map(([from, to]) => one.replace(from, to)))
      .filter((one) => !heard.has(one))
    for (const one of last) heard.add(one)
  }
  return [...new Set([...heard].map(skeleton))]
}
