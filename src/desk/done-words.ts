import { groupTrackingId, isTrackingId } from '../report/tracking-id.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { isNoun } from './nouns.ts'
import { wordKey } from './word-key.ts'

/**
 * The quiet confirmation after a move, read from the address it led to (`sudah`, `nomor`); undefined for anything else.
 */
export function doneWords(t: Vocabulary, noun: string | undefined, trackingId?: string): string | undefined {
  if (!noun || !isNoun(noun)) return undefined
  const words = t[`desk_done_${wordKey(noun)}`]
  return trackingId && isTrackingId(trackingId) ? `${groupTrackingId(trackingId)}: ${words}` : words
}
