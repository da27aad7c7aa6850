import type { Reference } from './part.ts'

/** What stands before a text. `lies`: it cannot be true; then there is no reference, and the text is a message of its own. */
export type Header = { ref?: Reference; lies: boolean }

/**
 * The user data header of 3GPP TS 23.040, 9.2.3.24: its length, then elements of number, length and value. Of these only
 * concatenation speaks to us (0x00 with a reference of 8 bits, 0x08 of 16); the last one holds, the others are passed over.
 * @param octets from the length octet to the header's end
 */
export function readHeader(octets: Buffer): Header {
  if (octets.length === 0) return { lies: false }
  if (octets[0] !== octets.length - 1) return { lies: true }
  let ref: Reference | undefined
  for (let at = 1; at < octets.length; ) {
    const value = octets.subarray(at + 2, at + 2 + (octets[at + 1] ?? Number.POSITIVE_INFINITY))
    if (value.length !== octets[at + 1]) return { lies: true }
    const found = referenceIn(octets[at] as number, value)
    if (found === 'lie') return { lies: true }
    ref = found ?? ref
    at += 2 + value.length
  }
  return trusted(ref)
}

/** The header in front of a text, and the text. A header longer than the message is none: then all of it is the text. */
export function splitHeader(octets: Buffer): Header & { body: Buffer } {
  const end = (octets[0] ?? 0) + 1
  if (end > octets.length) return { lies: true, body: octets }
  return { ...readHeader(octets.subarray(0, end)), body: octets.subarray(end) }
}

/** The same said by SMPP's `sar_msg_ref_num`, `sar_total_segments` and `sar_segment_seqnum`, where they came. */
export function readSegment(number?: number, of?: number, at?: number): Header {
  if (number === undefined && of === undefined && at === undefined) return { lies: false }
  return trusted({ number: number ?? Number.NaN, of: of ?? Number.NaN, at: at ?? Number.NaN })
}

function referenceIn(element: number, value: Buffer): Reference | 'lie' | undefined {
  const bytes = { 0x00: 1, 0x08: 2 }[element]
  if (!bytes) return undefined
  if (value.length !== bytes + 2) return 'lie'
  return { number: value.readUIntBE(0, bytes), of: value[bytes] as number, at: value[bytes + 1] as number }
}

/** One part of one is a whole message. */
function trusted(ref: Reference | undefined): Header {
  if (!ref) return { lies: false }
  const { number, of, at } = ref
  const isTrue = [number, of, at].every(Number.isInteger) && number >= 0 && at >= 1 && at <= of && of <= 255
  if (!isTrue) return { lies: true }
  return of === 1 ? { lies: false } : { ref, lies: false }
}
