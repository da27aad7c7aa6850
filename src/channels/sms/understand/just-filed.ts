import { answersNothing } from './answers-nothing.ts'
import { looksNew } from './looks-new.ts'
import { nudges } from './nudges.ts'
import type { Word } from './read-words.ts'
import { ask, isPolite, type Said } from './said.ts'
import type { Understood } from './understood.ts'
import { answering, naming } from './words.ts'

/** They go on from what was said, whatever follows. */
const correcting = new Set('ralat koreksi revisi menambahkan maksud maksudnya'.split(' '))
/** So do these, with a colon behind them; "sambungan pipa bocor" is a pipe. */
const continuing = new Set('sambungan sambungannya lanjutan lanjutannya tambahan tambahannya susulan'.split(' '))
/** Where that is; a complaint says what. */
const places = new Set(
  'lokasi lokasinya alamat alamatnya patokan patokannya tepatnya persisnya tempatnya posisinya titiknya'.split(' '),
)
/** They may as well begin a complaint: "ada orang gila di pasar". */
const openings = new Set('ya iya ada itu yang yg'.split(' '))

/**
 * A second SMS of a report that its sender has just filed: what says so, and a place without a trouble, joins it as a note; what may as well be a
 * complaint of its own is asked about. Where another report waits for an answer a place is that.
 */
export function goesOnFromFiled({ words, text, own, asks }: Said): Understood | undefined {
  const filed = own.find(({ justFiled }) => justFiled)
  const first = words.find(({ word }) => !isPolite(word) || places.has(word))
  if (!filed || !first) return undefined
  const note: Understood = { kind: 'reply', trackingId: filed.trackingId, text: text.trim(), isNote: true }
  const unsure = ask('new_or_reply', filed.trackingId)
  const maybeNew = looksNew({ words, asks })
  if (correcting.has(first.word)) return asks ? unsure : note
  if (continuing.has(first.word)) return isApart(text, first) || !maybeNew ? note : unsure
  if (maybeNew || own.some(({ awaits }) => awaits)) return undefined
  if (places.has(first.word)) return note
  if (nudges(text) || answersNothing(text)) return undefined
  return (answering.has(first.word) || naming.has(first.word)) && !openings.has(first.word) ? unsure : undefined
}

function isApart(text: string, { to }: Word): boolean {
  return /^\s*[:;,.\-–—]/.test(text.slice(to))
}
