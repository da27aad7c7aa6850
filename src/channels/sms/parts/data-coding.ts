import type { Alphabet } from './alphabet.ts'

/** SMPP 3.4, 5.2.19: what it numbers itself. */
const ofSmpp: Record<number, Alphabet> = { 1: 'utf8', 2: 'octets', 3: 'latin1', 4: 'octets', 8: 'ucs2' }

/** Bits 3 and 2 of the general group. */
const ofBits: readonly Alphabet[] = ['gsm7', 'octets', 'ucs2', 'octets']

/**
 * The alphabet that `data_coding` names. Below 16 the numbers are SMPP's own, from there on the groups of 3GPP TS 23.038, 4: general
 * with or without class (0x10–0x7f), message waiting (0xc0–0xef), class (0xf0–0xff). `smpp` looks at the lower four bits alone,
 * and so takes 0xf5 for Japanese. What is compressed, or names a script that no one writes in here, is `octets`.
 * @param ofZero the default alphabet of this operator: 0 says no more than "yours"
 */
export function alphabetOf(dataCoding: number, ofZero: Alphabet = 'gsm7'): Alphabet {
  if (dataCoding === 0) return ofZero
  if (dataCoding < 0x10) return ofSmpp[dataCoding] ?? 'octets'
  if (dataCoding < 0x80) return dataCoding & 0x20 ? 'octets' : (ofBits[(dataCoding >> 2) & 3] as Alphabet)
  if (dataCoding >= 0xf0) return dataCoding & 4 ? 'octets' : 'gsm7'
  return dataCoding >= 0xe0 ? 'ucs2' : 'gsm7'
}
