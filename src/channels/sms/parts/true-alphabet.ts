import { isUtf8 } from 'node:buffer'
import type { Alphabet } from './alphabet.ts'

/** Fewer octets than these say too little about what they are. */
const enough = { zeros: 8, words: 12 }

/**
 * Gateways name the wrong alphabet now and then. The right one where the octets leave no doubt, else null: then what was said holds.
 * Only what Latin letters show is recognised: half of all octets zero (UCS-2, either end first), or words in plain UTF-8.
 */
export function trueAlphabet(octets: Buffer, said: Alphabet): Alphabet | 'ucs2le' | null {
  const zeros = whereZeros(octets)
  if (said === 'ucs2') {
    if (octets[0] === 0xff && octets[1] === 0xfe) return 'ucs2le'
    if (zeros === 'second') return 'ucs2le'
    return looksLikeWords(octets) ? 'utf8' : null
  }
  if (zeros === 'first') return 'ucs2'
  return said !== 'utf8' && isUtf8(octets) && octets.some((octet) => octet > 0x7f) ? 'utf8' : null
}

/** Which octet of every pair is zero, while the other one is a letter, digit, space or line end. */
function whereZeros(octets: Buffer): 'first' | 'second' | null {
  if (octets.length < enough.zeros || octets.length % 2 === 1) return null
  const all = (first: boolean) => octets.every((octet, at) => ((at % 2 === 0) === first ? octet === 0 : isPlain(octet)))
  return all(true) ? 'first' : all(false) ? 'second' : null
}

/**
 * Nine in ten octets are what Indonesian is written with, and not mostly digits: no UTF-16 looks so, but for a few ideographs by
 * chance. Kana would, were every other octet not 0x30, the digit 0.
 */
function looksLikeWords(octets: Buffer): boolean {
  if (octets.length < enough.words || octets.includes(0) || !isUtf8(octets)) return false
  const [letters, digits] = [octets.filter(isLetterOrSpace).length, octets.filter(isDigit).length]
  return letters + digits >= octets.length * 0.9 && digits <= octets.length * 0.4
}

function isPlain(octet: number): boolean {
  return (octet >= 0x20 && octet < 0x7f) || octet === 0x0a || octet === 0x0d
}

function isLetterOrSpace(octet: number): boolean {
  return /[A-Za-z .,?!]/.test(String.fromCharCode(octet))
}

function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39
}
