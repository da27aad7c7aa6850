import type { Word } from './read-words.ts'
import { ask, firstWord, isPolite, type Said } from './said.ts'
import type { Understood } from './understood.ts'
import { refusing } from './words.ts'

const fewWords = 3

/**
 * "saya keberatan", "saya tidak setuju laporan saya diarsipkan": the objection to what was archived, which there is once. Where it may be about something
 * else we ask.
 */
export function objectTo({ text, words, id, own }: Said): Understood | undefined {
  const [archived, ...others] = own.filter((report) => report.archived)
  if (!archived || id || own.some(({ awaits }) => awaits) || !objects(words)) return undefined
  if (others.length > 0) return ask('which_report')
  const told = words.filter(({ word }) => !isPolite(word))
  // LAPOR says as well that it is something new.
  const isNew = firstWord(words)?.means === 'file'
  const isClear = !isNew && (told.length <= fewWords || told.some(({ word }) => /^(?:di)?arsip/.test(word)))
  return isClear
    ? { kind: 'reply', trackingId: archived.trackingId, text: text.trim() }
    : ask('new_or_reply', archived.trackingId)
}

/** With these words somebody objects. */
export function objects(words: readonly Word[]): boolean {
  return words.some(
    ({ word }, at) =>
      /^(?:keberatan|(?:di)?arsip(?:kan)?)$/.test(word) ||
      (word === 'setuju' && refusing.has(words[at - 1]?.word ?? '')),
  )
}
