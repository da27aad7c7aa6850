import { frowns } from './frowns.ts'
import { isTroubling } from './looks-new.ts'
import { onlyPraises, saysAgainst } from './only-praises.ts'
import { namesService } from './praises-service.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { isPolite, readMessage, type Said } from './said.ts'
import { isNumber, rate, ratingIn } from './says-one-thing.ts'
import type { Understood } from './understood.ts'
import { content, glad, persisting, refusing } from './words.ts'

/** More tells a story, and may be why it is not settled. */
const longest = 8
const slow = /^(?:lambat|lelet|telat|terlambat|lama|lamban)(?:nya)?$/
const again = new Set('lagi kembali kambuh malah masih cuma hanya'.split(' '))
const before = new Set('ya iya y iyah oke ok sudah sdh udah saya sy kasih beri kami'.split(' '))

/** `words`: what is said behind the stars. */
export type Stars = { rating: number; words: string }

/**
 * "NILAI 5 pelayanan cepat", "YA NILAI 3 agak lambat": stars, 1–5, and how it went. Undefined where nothing stands beside them, and where that may say
 * that it is not settled: a denial, a trouble, a face; that somebody was slow is none.
 */
export function starsAndWords(text: string): Stars | undefined {
  return starsIn(readMessage(text, [], []))
}

function starsIn({ text, bare, asks }: Said): Stars | undefined {
  const at = bare.findIndex(({ word }) => !before.has(word) && !isPolite(word))
  if (bare[at]?.means !== 'rate' || asks || frowns(text)) return undefined
  const behind = bare.slice(at + 1)
  const end = behind.findIndex(({ word }) => !isNumber(word) && word !== 'dari')
  const rating = ratingIn({ bare: behind.slice(0, end) })
  const told = behind.slice(end).filter(({ word }) => !isPolite(word))
  if (end < 1 || !rating || told.length === 0 || told.length > longest || told.some(mayRefuse)) return undefined
  if (!told.some(ofService)) return undefined
  return { rating, words: textWithout(text, bare.slice(0, at + 1 + end)) }
}

function mayRefuse(one: Word): boolean {
  const { word, means } = one
  const objects = means === 'not' || [persisting, refusing, again].some((some) => some.has(word))
  return objects || (isTroubling(one) && !slow.test(word))
}

/** "nilai 4 anak saya salah di rapor" rates no answer. */
function ofService(one: Word): boolean {
  return namesService(one) || slow.test(one.word) || glad.has(one.word) || content.has(one.word)
}

/** Of what is closed the stars count, and the words are a note; of an answer praise is one too, and whether it is settled is asked. */
export function rateAndSay(said: Said): Understood | undefined {
  const stars = starsIn(said)
  const rated = stars && rate(said, stars.rating)
  if (!stars || rated?.kind !== 'rate') return undefined
  const own = said.own.find(({ trackingId }) => trackingId === rated.trackingId)
  if (!own || own.past || own.archived || own.awaits === 'details') return undefined
  const isContent = onlyPraises(stars.words) || (stars.rating > 3 && !saysAgainst(readWords(stars.words)))
  if (own.awaits ? !own.open || !isContent : own.open) return undefined
  const note: Understood = { kind: 'reply', trackingId: own.trackingId, text: said.text.trim(), isNote: true }
  return { kind: 'several', each: [note, rated], clauses: [said.text, said.text] }
}
