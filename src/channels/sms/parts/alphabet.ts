import { decodeGsm7 } from '../../../platform/gsm/gsm7.ts'
import { trueAlphabet } from './true-alphabet.ts'

/**
 * In what the octets of a short message are written. `gsm7`: one septet an octet; `ucs2`: UTF-16, big end first; `latin1` with
 * what Windows puts into its gaps; `octets`: nothing said, so perhaps no text at all.
 */
export type Alphabet = 'gsm7' | 'ucs2' | 'latin1' | 'utf8' | 'octets'

/** What is wrong with a text: a UCS-2 unit cut in half, octets that the alphabet lacks, read in another one than was said, no alphabet said. */
export type OddText = 'odd_length' | 'not_in_alphabet' | 'wrong_coding' | 'no_alphabet'

/**
 * Octets as text; never throws. What cannot be right is U+FFFD, and said in `odd`; NUL, which PostgreSQL refuses, too.
 * An alphabet that is certainly not the one that was said gives way to the right one.
 */
export function decode(octets: Buffer, said: Alphabet): { text: string; odd: OddText[] } {
  const right = trueAlphabet(octets, said)
  const alphabet = right ?? said
  const text = letters(octets, alphabet).replaceAll('\0', '\ufffd')
  const odd: OddText[] = []
  if (right) odd.push('wrong_coding')
  if (said === 'octets') odd.push('no_alphabet')
  if (alphabet.startsWith('ucs2') && octets.length % 2 === 1) odd.push('odd_length')
  if (text.includes('\ufffd')) odd.push('not_in_alphabet')
  return { text, odd }
}

/** Text as UTF-16, big end first; a lone surrogate stays what it is, for its other half may be in the next part. */
export function encodeUcs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

function letters(octets: Buffer, alphabet: Alphabet | 'ucs2le'): string {
  switch (alphabet) {
    case 'gsm7':
      return decodeGsm7(octets)
    case 'ucs2':
      return new TextDecoder('utf-16be').decode(octets)
    case 'ucs2le':
      return new TextDecoder('utf-16le').decode(octets)
    case 'latin1':
      return new TextDecoder('windows-1252').decode(octets).replace(/[\x80-\x9f]/g, '\ufffd')
    default:
      return new TextDecoder('utf-8').decode(octets)
  }
}
