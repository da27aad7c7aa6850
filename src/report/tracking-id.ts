import { randomBytes } from 'node:crypto'

/**
 * 23 symbols, a prime number of them. Of each group that eyes confuse (0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) no two are left,
 * and there are no vowels, so no ID spells a word.
 */
export const symbols = '23456789CDFHJKMNPQRTWXY'

const base = symbols.length
const randomLength = 8
const length = randomLength + 1

/** Look-alikes that nobody is ever given, and what they must have been. O, I, L, 0 and 1 stand for nothing of ours. */
const lookAlikes: Record<string, string> = { S: '5', Z: '2', B: '8', G: '6' }

/**
 * A new tracking ID: 8 random symbols (36 bits) and a check symbol. Not countable, and no credential. Two reports may draw the
 * same one (1 in 56,000 at 1.39 million reports): the database refuses the second, and the caller draws again.
 * @param random gives that many random bytes
 */
export function makeTrackingId(random: (bytes: number) => Uint8Array = randomBytes): string {
  const drawn: number[] = []
  const fair = 256 - (256 % base)
  while (drawn.length < randomLength) drawn.push(...random(16).filter((byte) => byte < fair))
  const values = drawn.slice(0, randomLength).map((byte) => byte % base)
  return [...values, checkValue(values)].map((value) => symbols[value]).join('')
}

/** Whether `text` is a tracking ID as we store it: compact, upper case, its check symbol right. */
export function isTrackingId(text: string): boolean {
  const values = valuesOf(text)
  return values.length === length && !values.includes(-1) && weightedSum(values) === 0
}

/** The tracking ID that someone typed or read out, in any case, with spaces, dashes or dots; null when its check symbol is wrong. */
export function parseTrackingId(text: string): string | null {
  const id = plainSymbols(text)
  return isTrackingId(id) ? id : null
}

/** For eyes: `K7M-2QX-4PR`. */
export function groupTrackingId(id: string): string {
  return groupsOf(id).join('-')
}

/** For screen readers, symbol by symbol with a pause between the groups: `K 7 M, 2 Q X, 4 P R`. */
export function spellTrackingId(id: string): string {
  return groupsOf(id)
    .map((group) => [...group].join(' '))
    .join(', ')
}

/**
 * Every valid ID that is one wrong symbol or one swap of neighbours away from what was typed; at most 17, none when the text
 * is itself valid or has not nine symbols. For "maksud Anda …?", shown only when exactly one of them is public.
 */
export function nearIds(text: string): string[] {
  const typed = plainSymbols(text)
  if (typed.length !== length || isTrackingId(typed)) return []
  const near = new Set<string>()
  for (let at = 0; at < length; at++) {
    for (const symbol of symbols) near.add(typed.slice(0, at) + symbol + typed.slice(at + 1))
    if (at > 0) near.add(typed.slice(0, at - 1) + typed[at] + typed[at - 1] + typed.slice(at + 1))
  }
  return [...near].filter(isTrackingId)
}

/** What was typed, in our symbols: upper case, separators gone, look-alikes put right. */
export function plainSymbols(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._,:/]/gu, '')
    .replace(/[SZBG]/g, (symbol) => lookAlikes[symbol] ?? symbol)
}

/** What an address or a form calls a report, as we store it; nothing that no ID could be, so that the database takes it. */
export function writtenId(text: string): string {
  return plainSymbols(text).replace(/[^0-9A-Z]/g, '')
}

function valuesOf(text: string): number[] {
  return Array.from(text.slice(0, length + 1), (symbol) => symbols.indexOf(symbol))
}

/**
 * Weights 1 … 9: none is a multiple of the prime 23, so a wrong symbol always changes the sum; all differ, so does a swap of
 * two different symbols. Zero for a valid ID.
 */
function weightedSum(values: number[]): number {
  return values.reduce((sum, value, at) => sum + value * (at + 1), 0) % base
}

function checkValue(values: number[]): number {
  const sum = weightedSum(values)
  return symbols.split('').findIndex((_, value) => (sum + value * length) % base === 0)
}

function groupsOf(id: string): string[] {
  return id.match(/.{1,3}/g) ?? []
}
