import { answersNothing } from './answers-nothing.ts'
import { findKeyword } from './find-keyword.ts'
import { nearlyCommands } from './nearly-commands.ts'
import { nudges } from './nudges.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { saysNew } from './reply-on.ts'
import { isPolite, readMessage, type Said } from './said.ts'
import { secrecyAlone } from './wish-beside.ts'
import { secrecyInFront } from './secrecy-in-front.ts'
import { tellsNothing } from './tells-nothing.ts'
import type { Understood } from './understood.ts'
import { merely } from './words.ts'

/** A message to an office: what follows its keyword, and what that is unless it turns out to be about a report already filed. */
export type ToOffice = {
  text: string
  understood: Understood
  /** RAHASIA or ANONIM stands in front of the keyword. */
  isHidden: boolean
}

/** KOTKUPANG jalan rusak, KOTKUPANG RAHASIA …, RAHASIA KOTKUPANG …, or KOTKUPANG alone; undefined without a sure keyword in front. */
export function nameOffice(said: Said): ToOffice | undefined {
  const before = secrecyInFront(said.words)
  const found = findKeyword(said.words.slice(before?.upTo ?? 0), said.keywords)
  if (!found?.sure) return undefined
  const { agencyId } = found.keyword
  const text = textAfter(said.text, found.words)
  const inside = secrecyInFront(readWords(text))
  const alone = secrecyAlone(readMessage(text, [], []))
  const raise = before?.raise ?? inside?.raise ?? alone
  const isHidden = before !== undefined
  const complaint = inside ? inside.text(text) : text
  if (alone || saysNothing(complaint))
    return { text, isHidden, understood: { kind: 'keyword_alone', agencyId, ...(raise && { raise }) } }
  return { text, isHidden, understood: { kind: 'file', text: complaint, agencyId, ...(raise && { raise }) } }
}

/** "KOTKUPANG tunggu sebentar", "KOTKUPANG laporan baru", or a command mistyped beyond knowing. */
function saysNothing(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(
    ({ word, means }) => !isPolite(word) && !merely.has(word) && means !== 'anonymous' && means !== 'confidential',
  )
  const [only, ...others] = told
  const isSlip = only && others.length === 0 && only.might.length === 0 && nearlyCommands(only)
  return told.length === 0 || isSlip || saysNew(words) || isTalk(words) || isAfterthought(text)
}

/** "KOTKUPANG mohon segera ditindaklanjuti": of what? */
function isAfterthought(text: string): boolean {
  return nudges(text) || answersNothing(text) !== undefined
}

/** Nothing but politeness; what may be a command is none. */
function isTalk(words: readonly Word[]): boolean {
  return tellsNothing(words) && !words.some(({ might }) => might.some((command) => command !== 'yes'))
}

/** People copy "(spasi)" from the poster. */
function textAfter(text: string, keyword: readonly Word[]): string {
  return textWithout(text.slice(keyword.at(-1)?.to).replace(/^\s*\(?\s*spasi\b\s*\)?/i, ''), [])
}
