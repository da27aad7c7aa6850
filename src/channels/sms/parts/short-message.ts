import type { Alphabet } from './alphabet.ts'
import { alphabetOf } from './data-coding.ts'
import { readSegment, splitHeader } from './header.ts'
import { makePart, type Part } from './part.ts'

/** What SMPP's `deliver_sm` and `data_sm` say of a text: from `short_message`, or from `message_payload` when that is empty. */
export type ShortMessage = {
  dataCoding: number
  octets: Buffer
  /** Bit 6 of `esm_class`: the octets begin with a header. */
  hasHeader?: boolean
  /** `sar_msg_ref_num`, `sar_total_segments`, `sar_segment_seqnum`. */
  segment?: { number?: number; of?: number; at?: number }
}

/**
 * Never throws. Where a header and segment numbers both came, the header holds.
 * @param ofZero what `data_coding` 0 means to this operator
 */
export function readShortMessage(message: ShortMessage, ofZero: Alphabet = 'gsm7'): Part {
  const { dataCoding, octets, hasHeader = false, segment = {} } = message
  const header = hasHeader ? splitHeader(octets) : { lies: false, body: octets }
  const sar = readSegment(segment.number, segment.of, segment.at)
  const odd = header.lies || sar.lies ? (['header_lies'] as const) : []
  return makePart(header.body, alphabetOf(dataCoding, ofZero), header.ref ?? sar.ref, odd)
}
