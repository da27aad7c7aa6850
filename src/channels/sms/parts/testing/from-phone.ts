import { encodeSms } from '../encode-sms.ts'
import type { ShortMessage } from '../short-message.ts'

/** How a phone and its network say which parts belong together: a header with a reference of 8 or 16 bits, or SMPP's own fields. */
export type Concatenation = 'udh8' | 'udh16' | 'sar'

/**
 * A text as a phone sends it: in GSM-7 when it can, else in UCS-2; in one message when it fits, else in parts. Cut as bluntly as the
 * worst phones do, by octets: within emoji and after an escape.
 */
export function fromPhone(text: string, number = 1, concatenation: Concatenation = 'udh8'): ShortMessage[] {
  const { dataCoding, octets } = encodeSms(text)
  const long = concatenation === 'udh16'
  const [whole, most] = dataCoding === 0 ? [160, long ? 152 : 153] : [140, long ? 132 : 134]
  if (octets.length <= whole) return [{ dataCoding, octets }]
  const of = Math.ceil(octets.length / most)
  return Array.from({ length: of }, (_, index) => {
    const body = octets.subarray(index * most, (index + 1) * most)
    const at = index + 1
    if (concatenation === 'sar') return { dataCoding, octets: body, segment: { number, of, at } }
    return { dataCoding, octets: Buffer.concat([headerOf(number, of, at, concatenation), body]), hasHeader: true }
  })
}

/** Of concatenation alone; `number` is taken to the bits that there are. */
export function headerOf(number: number, of: number, at: number, bits: 'udh8' | 'udh16' = 'udh8'): Buffer {
  if (bits === 'udh8') return Buffer.from([5, 0, 3, number & 0xff, of, at])
  return Buffer.from([6, 8, 4, (number >> 8) & 0xff, number & 0xff, of, at])
}
