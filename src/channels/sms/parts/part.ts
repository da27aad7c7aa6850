import { type Alphabet, decode, type OddText } from './alphabet.ts'

/** Which message of its sender a part belongs to, and its place: `at` from 1 to `of`. */
export type Reference = { number: number; of: number; at: number }

/** `header_lies`: its header cannot be true, so it is read as a message of its own; `conflict`: two parts claim one place. */
export type Odd = OddText | 'header_lies' | 'conflict' | 'pictures_left_out'

/**
 * One short message as it came; with `ref` it is a part of a longer one. Plain JSON, to be kept until the others are there.
 * `hex` are its octets without header, for a part may end in the middle of a letter; `text` is what they say alone.
 */
export type Part = { ref?: Reference; alphabet: Alphabet; hex: string; text: string; odd?: Odd[] }

/** A short message as a gateway brought it. */
export type SmsIn = {
  /** As `normalisePhone` gives it; a short code or a name as it was written. */
  from: string
  notANumber?: true
  to: string
  /** The gateway's own id of this part; undefined when it gave none. */
  messageId?: string
  /** The operator's connection by which the gateway got it. */
  smsc?: string
  part: Part
  /** When the gateway had it. */
  gatewayAt?: Date
}

export function makePart(octets: Buffer, alphabet: Alphabet, ref?: Reference, oddBefore: readonly Odd[] = []): Part {
  const { text, odd } = decode(octets, alphabet)
  const allOdd = [...oddBefore, ...odd]
  return {
    ...(ref ? { ref } : {}),
    alphabet,
    hex: octets.toString('hex'),
    text,
    ...(allOdd.length > 0 ? { odd: allOdd } : {}),
  }
}
