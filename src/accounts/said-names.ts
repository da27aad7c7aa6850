import { asHeard } from './heard-names.ts'
import { readAsLetters, skeleton } from './skeleton.ts'

// Which names a word of a text may say. Only texts are read so: what is stored of a person stays the skeleton of each part of the name,
// and more readings of a text find more without making what is stored another.

/** Signs that are read as `i` and as `l` alike. */
const eitherWay = /[1!|]/g
/** A word with more of them is read all one way or all the other. */
const mostEitherWay = 4

/** What may hang on a name's end, or stand before it, without a gap. Too many words of three letters (`jum`, `ada`) go on with `lah`. */
const clitics = /(?:(?<=.{3})nya|(?<=.{4})(?:ku|mu|lah|kah|pun))$/
const honorifics =
  /^(?:bapak|bapa|bpk|pak|ibu|bu|mas|mbak|mba|kakak|kak|bang|abang|dek|adik|om|tante|saudara|saudari|sdri|sdr|tuan|tn|nyonya|ny|haji|hj|dr)/

const fewestOfStem = 3
/** Letters of each of two names that were written as one word. */
const fewestOfHalf = 6
const mostGlued = 40

/** Letters that stand for a plain one and have no accent to take away: small capitals, strokes, signs of money. */
const strange = new Map(
  [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢøłđıħ€'].map((letter, at) => [letter, [...'abcdefghijklmnoprstuvwyzoldihe'][at] ?? '']),
)

/** A word's letters in every way in which its signs may be read: `k10b0r` is `kiobor` and `klobor`. */
export function readingsOf(word: string): string[] {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const known = [...plain].map((letter) => strange.get(letter) ?? letter).join('')
  return known === plain ? eitherWayOf(plain) : [...eitherWayOf(plain), ...eitherWayOf(known)]
}

function eitherWayOf(plain: string): string[] {
  const signs = plain.match(eitherWay)?.length ?? 0
  if (signs === 0) return [readAsLetters(plain)]
  const ways = signs > mostEitherWay ? [0, -1] : Array.from({ length: 2 ** signs }, (_, way) => way)
  return ways.map((way) => {
    let at = 0
    return readAsLetters(plain.replace(eitherWay, () => ((way >> at++) & 1 ? 'l' : 'i')))
  })
}

/** Whether a word holds signs or another script's letters: no word of ours is written so, but a name that shall not be seen is: `8ung4`. */
export function isDrawn(word: string): boolean {
  return /[^\p{Script=Latin}\p{M}]/u.test(word)
}

/** Said of somebody: `bare` is a skeleton, `titled` that an honorific stands before it in the same word. */
type Said = { bare: string; titled: boolean }

/** The word itself, and what is left without what hangs on it; the first is the word as it stands. */
export function namesIn(word: string): Said[] {
  const withoutYear = word.replace(/^\d+(?=\p{L}{3})|(?<=\p{L}{3})\d+$/gu, '')
  const readings = [...readingsOf(word), ...(withoutYear === word ? [] : readingsOf(withoutYear))]
  return readings.flatMap((letters) => {
    const whole = withoutClitics(letters)
    const stems = whole.flatMap((stem) => {
      const honorific = honorifics.exec(stem)?.[0] ?? ''
      const fewest = honorific.length < 3 ? fewestOfStem + 2 : fewestOfStem + 1
      const rest = stem.slice(honorific.length)
      return honorific && rest.length >= fewest ? [rest] : []
    })
    return [
      ...whole.flatMap((stem) => asHeard(stem)).map((bare) => ({ bare, titled: false })),
      ...stems.flatMap((stem) => asHeard(stem)).map((bare) => ({ bare, titled: true })),
    ]
  })
}

/**
 * Two names that were written as one word, whatever their order: each half, and both the other way round, which is how a whole name is
 * stored. Halves of fewer letters are found only as the whole name, for they are in many words.
 */
export function gluedNamesIn(word: string): string[] {
  const letters = readingsOf(word).flatMap(withoutClitics)
  return letters
    .filter(({ length }) => length <= mostGlued)
    .flatMap((all) =>
      Array.from({ length: Math.max(0, all.length - 2 * fewestOfStem + 1) }, (_, at) => at + fewestOfStem).flatMap(
        (cut) => {
          const [one, other] = [all.slice(0, cut), all.slice(cut)]
          const halves = Math.min(one.length, other.length) < fewestOfHalf ? [] : [one, other]
          return [...halves, other + one].map(skeleton)
        },
      ),
    )
}

/** Longest first; two may hang on one name: `Budinyalah`. */
export function withoutClitics(letters: string): string[] {
  const stem = letters.replace(clitics, '')
  const bare = stem.replace(clitics, '')
  return [...new Set([letters, stem, bare])]
}
