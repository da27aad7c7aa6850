import type { Tx } from '../../report/as.ts'
import type { Own } from '../sms/own-reports.ts'
import { fitsByWords, isWord, tellingWords, wordsOf } from './fitting-words.ts'
import { standsBy, thingsNamed } from './names-thing-of.ts'

/** "BOS", "KIP": what so few letters name may be just what nobody is to read. */
const fewest = 3

/**
 * How far words are of a report. `surely`: all that they name stands in it, so that whoever reads it reads nothing of another; `maybe`: the thing that they
 * name first does; `nothing`: they name none; `no`: they speak of something else.
 */
export type Fit = 'surely' | 'maybe' | 'nothing' | 'no'

/** Of what is confidential `no`, unless they name nothing: whether we understand would tell what stands in it. */
export async function fitOf(tx: Tx, text: string, own: Own): Promise<Fit> {
  const [first] = thingsNamed(text)
  if (!first) return 'nothing'
  const [report] = await wordsOf(tx, [own])
  const words = report?.words ?? []
  if (!standsBy(words)(first)) return 'no'
  return tellingWords(text, fewest).every((word) => words.some((one) => isWord(word, one))) ? 'surely' : 'maybe'
}

/** The only one of these that words are of. Beside a confidential one it is found by what stands in the others alone, so that nobody learns what stands there. */
export async function onlyFit(tx: Tx, text: string, some: readonly Own[]): Promise<Own | undefined> {
  const shown = some.filter(({ hides }) => !hides.confidential)
  if (shown.length === some.length) return fitsByWords(tx, text, some)
  const fit: Own[] = []
  for (const own of shown) if (['surely', 'maybe'].includes(await fitOf(tx, text, own))) fit.push(own)
  return fit.length === 1 ? fit[0] : undefined
}
