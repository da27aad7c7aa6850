import type { Alphabet } from '../parts/alphabet.ts'
import type { SmsIn } from '../parts/part.ts'
import { readAddress, readSender } from '../parts/sender.ts'
import { readShortMessage } from '../parts/short-message.ts'
import type { Pdu } from './library.ts'
import type { Receipt } from '../receipts/receipt.ts'
import { readReceipt } from './receipt.ts'

/** What `deliver_sm` or `data_sm` brought: a message of somebody, or the receipt of one of ours. */
export type Delivery = { receipt: Receipt } | { message: SmsIn; content: string }

/** SMPP 3.4, 5.2.12: which kind of message, and whether a header stands before the text. */
const kindBits = 0x3c
const receiptKind = 0x04
const headerBit = 0x40

/** TON of 5.2.5. */
const ton = { international: 1, name: 5, abbreviated: 6 }

/**
 * Never throws. What says that it is a receipt and is none is a message: nobody's words are passed over.
 * @param ofZero what `data_coding` 0 means to this operator
 * @returns `content`: all that the message says, to know the same one again
 */
export function readDelivery(pdu: Pdu, ofZero: Alphabet = 'gsm7'): Delivery {
  const esmClass = numberOf(pdu.esm_class)
  const short = octetsOf(pdu.short_message)
  const octets = short.length > 0 ? short : octetsOf(pdu.message_payload)
  const source = address(pdu.source_addr, pdu.source_addr_ton)
  const destination = address(pdu.destination_addr, pdu.dest_addr_ton)
  if ((esmClass & kindBits) === receiptKind) {
    const receipt = readReceipt(
      { text: octets.toString('latin1'), messageId: pdu.receipted_message_id, state: pdu.message_state },
      [source, destination].map((written) => readSender(written)),
    )
    if (receipt) return { receipt }
  }
  const dataCoding = numberOf(pdu.data_coding)
  const segment = {
    number: optional(pdu.sar_msg_ref_num),
    of: optional(pdu.sar_total_segments),
    at: optional(pdu.sar_segment_seqnum),
  }
  const hasHeader = (esmClass & headerBit) !== 0
  const part = readShortMessage({ dataCoding, octets, hasHeader, segment }, ofZero)
  const sar = [segment.number, segment.of, segment.at].map((one) => one ?? '').join('/')
  const reference = optional(pdu.user_message_reference) ?? ''
  return {
    message: { ...senderOf(source, pdu.source_addr_ton), to: readAddress(destination), part },
    content: [source, destination, dataCoding, hasHeader, sar, reference, octets.toString('hex')].join('\n'),
  }
}

/** A name that is written in digits is whoever chose it, and nobody's telephone. */
function senderOf(source: string, type: unknown): ReturnType<typeof readSender> {
  const isNumber = type !== ton.name && type !== ton.abbreviated
  return isNumber ? readSender(source) : { from: readAddress(source), notANumber: true }
}

/** What is said to be international and begins with a nought is written as people write it at home. */
function address(written: unknown, type: unknown): string {
  const plain = typeof written === 'string' ? written.trim() : ''
  return type === ton.international && /^[1-9]/.test(plain) ? `+${plain}` : plain
}

function octetsOf(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0)
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function optional(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
