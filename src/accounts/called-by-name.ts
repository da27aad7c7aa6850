import { type Address, addressOf, goesOn, isEsteemed, isFiller } from './forms-of-address.ts'
import { type Placed, placedWords, skeleton } from './skeleton.ts'

// Whether a word is used as somebody's name, by what stands around it: many names are words too (Bunga, Juni, Jaya). Nothing is asked
// about the name itself.

/** By what a word shows that somebody is called so; `aside`: between commas, as one speaks to somebody; `further`: goes on a name. */
export type Called = Address | 'aside' | 'further'

/** A word of a text, its skeleton, where it stands in UTF-16 units, and by what somebody is called so there, if so. */
export type Spoken = Placed & { bare: string; called: Called | undefined }

/** @param isWord that a word says nothing by itself: a name does not go on behind one */
export function spokenIn(text: string, isWord: (written: string) => boolean): Spoken[] {
  const isShouted = (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0)
  const words = placedWords(text).map((placed) => ({ ...placed, bare: skeleton(placed.word) }))
  const spoken: Spoken[] = []
  for (const [at, here] of words.entries()) {
    const around = aroundOf(text, words, at, isShouted)
    spoken.push({ ...here, called: calledBy(around) ?? further(around, spoken.at(-1), isWord) })
  }
  return spoken
}

type Word = Placed & { bare: string }
type Around = {
  /** The word, and those around it, the nearest first; empty where there is none. */
  here: Word
  before: readonly [Word, Word, Word]
  behind: readonly [Word, Word]
  /** What stands between them. */
  gap: string
  after: string
  isFirst: boolean
  isCapital: boolean
  isShouted: boolean
}

const none: Word = { word: '', bare: '', start: 0, end: 0 }

function aroundOf(text: string, words: readonly Word[], at: number, isShouted: boolean): Around {
  const word = (index: number) => words[index] ?? none
  const here = word(at)
  const isCapital = /^[\p{Lu}\d@$]/u.test(here.word) && !(isLoud(here.word) && isLoud(word(at - 1).word))
  return {
    here,
    before: [word(at - 1), word(at - 2), word(at - 3)],
    behind: [word(at + 1), word(at + 2)],
    gap: text.slice(word(at - 1).end, here.start),
    after: text.slice(here.end, words[at + 1]?.start),
    isFirst: at === 0,
    isCapital: isCapital && !isShouted,
    isShouted,
  }
}

/** Beside another such word capitals say nothing. */
function isLoud(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word)
}

const time =
  /^(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|senin|selasa|rabu|kamis|jumat|sabtu|minggu|pagi|siang|sore|malam)$/i
/** What may stand between thanks and whom they are for: "Terima kasih, Bunga", "pelapor (Bunga)", "Nama: Bunga". */
const near = /^[\s\u00a0]*[,:("'“‘-]?[\s\u00a0]*["'“‘(]?$/u
/** "Yth. Bunga", "Halo, Bunga", "Kepada Yth.:" and the name in the next line. */
const farther = /^[^\p{L}\p{N}!?]{0,6}$/u
const stop = /^["'”’)]*\s*[,.!?;:)]|^[^\p{L}]*\n/u

function calledBy(around: Around): Called | undefined {
  const { before, gap, here, isCapital } = around
  if (isBothWays(around) || isOnBehalf(around)) return 'calling'
  const [last, earlier, earliest] = before
  const form = isEsteemed(last.word) ? 'opening' : addressOf(last.bare, earlier.bare)
  if (form === 'title' || ((form === 'calling' || form === 'opening') && farther.test(gap))) return form
  const isNear = near.test(gap) && (gap.includes(',') || !/^salam$/i.test(last.word))
  const isFilled = isFiller(last.bare) && addressOf(earlier.bare, earliest.bare) === 'address'
  if (isNear && (form === 'address' || isFilled)) return isCapital || endsThere(around) ? 'address' : undefined
  if ((form === 'people' || form === 'relation') && isCapital && /^[\s\u00a0(]+$/u.test(gap))
    return form === 'people' || !time.test(here.word) ? form : undefined
  return isAside(around) ? 'aside' : undefined
}

/** "Saudara/i Bunga", "Sdr. (i) Bunga": the ending of the other title is no word. */
function isBothWays({ before: [last, title] }: Around): boolean {
  return /^(?:i|ri)$/i.test(last.word) && /^(?:saudara|sdr)$/i.test(title.word)
}

/** "a.n. Bunga", "a/n Bunga", "an. Bunga". */
function isOnBehalf({ before: [last, first], gap, isCapital }: Around): boolean {
  if (/^n$/i.test(last.word)) return /^a$/i.test(first.word)
  return /^an$/i.test(last.word) && (gap.startsWith('.') || isCapital)
}

/** In small letters, and where all are capitals, it is told by what follows: "terima kasih bunga sudah melapor". */
function endsThere({ here, after, behind: [next] }: Around): boolean {
  return !addressOf(here.bare) && (!next.word || stop.test(after) || goesOn(next.bare))
}

/** "Bunga, laporan Anda …" and "… sudah bersih, Bunga.", but no list of things or of streets. */
function isAside({ before: [last], behind: [next, nextButOne], gap, after, isFirst, isCapital }: Around): boolean {
  if (!isCapital) return false
  const isList = /^\p{Lu}/u.test(next.word) || /^\s*,\s*\d/.test(after) || /^(?:dan|atau|serta)$/i.test(nextButOne.word)
  if (isFirst || /[.!?\n]\s*$/.test(gap)) return /^,\s/.test(after) && !isList
  return /^\s?,\s+$/.test(gap) && !/^\p{Lu}/u.test(last.word) && /^(?:[.!?]|,\s|$)/.test(after)
}

/** Behind which a whole name may stand; behind others a place may ("warga Johar Baru", "Yth. Polda Metro Jaya"). */
const namely: ReadonlySet<Called> = new Set(['title', 'calling', 'further'])

/** "Ibu Siti Bunga", "Sdr. M. Bunga", "M. Bunga". */
function further(
  { before: [last, earlier], gap, isCapital, isShouted }: Around,
  spoken: Spoken | undefined,
  isWord: (written: string) => boolean,
): 'further' | undefined {
  if (!isCapital && !isShouted) return undefined
  if (/^\p{Lu}$/u.test(last.word) && /^\.[ \u00a0]?$/.test(gap) && (spoken?.called || earlier.word)) return 'further'
  const isNamed = spoken?.called && namely.has(spoken.called) && !addressOf(last.bare) && !isWord(last.word)
  return isNamed && /^[ \u00a0]+$/.test(gap) ? 'further' : undefined
}
