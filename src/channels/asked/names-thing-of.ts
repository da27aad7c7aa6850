import type { Tx } from '../../report/as.ts'
import type { Own } from '../sms/own-reports.ts'
import { isTroubling } from '../sms/understand/looks-new.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { isWord, tellingWords, wordsOf } from './fitting-words.ts'
import { wordSet } from '../sms/understand/word-set.ts'

/**
 * Whether the words name a thing that stands in this report, other than where it is; where they name none, its trouble. Of what is confidential never: whether we understand
 * would tell whoever holds the phone what stands in it.
 */
export async function namesThingOf(tx: Tx, text: string, own: Own): Promise<boolean> {
  if (own.hides.confidential) return false
  const [report] = await wordsOf(tx, [own])
  return thingsNamed(text).some(standsBy(report?.words ?? []))
}

/** The things that words name, other than where they are; where they name none, the troubles. */
export function thingsNamed(text: string): string[] {
  const said = text.replace(place, ' ')
  const told = [...tellingWords(said), ...readWords(said).flatMap(({ typed }) => (short.has(typed) ? [typed] : []))]
  const named = told.filter((word) => !readWords(word).some(isTroubling))
  return named.length > 0 ? named : told
}

/** Whether a word stands in these of a report, as more than where it is. */
export function standsBy(words: readonly string[]): (word: string) => boolean {
  const things = readWords(words.join(' ').replace(place, ' '))
  return (word) => things.some(({ typed }) => isWord(word, typed))
}

/** "di RT 5 Oesapa", "dekat gereja": where that is, and no thing that is spoken of. */
const place =
  /\b(?:di|ke|dari|depan|dpn|dekat|dkt|samping|belakang|seberang|sekitar|jl|jln|gang|rt|rw|desa|dusun|kampung|kel|kelurahan|kec|kecamatan)\b(?: (?:depan|dpn|dekat|dkt|samping|belakang|seberang|pinggir|jl|jln|jalan|gang|rt|rw|desa|dusun|kampung|kel|kelurahan|kec|kecamatan|\d+)\b)*(?: \p{L}+)?/giu

/** Things that are named in few letters. */
const short = wordSet('air got wc tps apd ktp kk')
