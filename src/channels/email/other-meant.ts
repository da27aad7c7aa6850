import type { Own } from '../sms/own-reports.ts'
import { partHeard } from '../sms/understand/part-heard.ts'
import { isPolite, readMessage } from '../sms/understand/said.ts'

/**
 * The report that a command names in an answer to the letter of another: "BELUM 8K2… masih rusak", "8K2… YA". A number further on in a
 * sentence is only spoken of.
 * @param own those of whoever wrote that the mail names
 */
export function otherMeant(text: string, own: readonly Own[]): Own | undefined {
  const { id, words } = readMessage(partHeard(text).heard, [], own)
  if (id?.whose !== 'own') return undefined
  const told = words.filter(({ word }) => !isPolite(word))
  const at = told.findIndex((word) => word === id.words[0])
  const isBehind = at === 1 && told[0]?.means !== undefined
  const isInFront = at === 0 && told[id.words.length]?.means !== undefined
  return isBehind || isInFront ? own.find(({ trackingId }) => trackingId === id.report.trackingId) : undefined
}
