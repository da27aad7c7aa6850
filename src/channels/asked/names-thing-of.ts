import type { Tx } from '../../report/as.ts'
import type { Own } from '../sms/own-reports.ts'
import { isTroubling } from '../sms/understand/looks-new.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { isWord, tellingWords, wordsOf } from './fitting-words.ts'
import { wordSet } from '../sms/understand/word-set.ts'

/**
 * Whether the words name a thing that stands in this report; where they name none, its trouble. Of what is confidential never: whether we understand
 * would tell whoever holds the phone what stands in it.
 */
export async function namesThingOf(tx: Tx, text: string, own: Own): Promise<boolean> {
  if (own.hides.confidential) return false
  const told = [...tellingWords(text), ...readWords(text).flatMap(({ typed }) => (short.has(typed) ? [typed] : []))]
  const things = told.filter((word) => !readWords(word).some(isTroubling))
  const [report] = await wordsOf(tx, [own])
  const stands = (word: string) => report?.words.some((one) => isWord(word, one)) ?? false
  return (things.length > 0 ? things : told).some(stands)
}

/** Things that are named in few letters. */
const short = wordSet('air got wc tps apd ktp kk')
