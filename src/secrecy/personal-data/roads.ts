import { wordsIn } from '../../accounts/skeleton.ts'
import type { Find } from './find.ts'
import { isEverydayWord } from './ordinary-words.ts'

// Many roads bear somebody's name, and an answer cannot do without them: a road is nobody.

const road = inEachWriting('jl jln jalan gang gg lorong ruas simpang perempatan pertigaan bundaran')
const title = inEachWriting(
  'h hj haji kh kyai dr drs dra ir prof jend jenderal letjen mayjen brigjen kol kolonel raden ajeng sultan pangeran panglima laksamana tuanku imam',
)
const gap = '[ \\u00a0]'
const titles = `(?:(?:${title})(?!\\p{L})\\.?${gap}*)*`

const untilName = new RegExp(`(?<!\\p{L})(?:${road})\\.?${gap}+${titles}$`, 'u')
/** One or two words with a capital behind the titles: in small letters nobody reads them as the name of a road. */
const called = new RegExp(
  `(?<!\\p{L})(?<kind>(?:${road})\\.?)${gap}+${titles}(?<name>\\p{Lu}[\\p{L}'’]*)(?:${gap}\\p{Lu}[\\p{L}'’]*)?`,
  'gu',
)

/** Those that are no title in the name of a road: "Jl. Dr. Sutomo". */
export function withoutTitlesOfRoads(text: string, finds: readonly Find[]): Find[] {
  return finds.filter(({ start }) => !untilName.test(text.slice(Math.max(0, start - 40), start)))
}

/** A text without what its roads are called; "Jalan Rusak" is none. */
export function withoutRoads(text: string): string {
  return text.replace(called, (all: string, kind: string, name: string) =>
    wordsIn(name).every(isEverydayWord) ? all : kind,
  )
}

function inEachWriting(words: string): string {
  const each = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]
  return words.split(' ').flatMap(each).join('|')
}
