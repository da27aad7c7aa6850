import { encodeUcs2 } from '../parts/alphabet.ts'
import { encodeSms } from '../parts/encode-sms.ts'

/** SMPP 3.4, 5.2.5 and 5.2.6. */
const international = { ton: 1, npi: 1 }
const name = { ton: 5, npi: 0 }
/** A short number belongs to the network: it knows what 1708 is. */
const unknown = { ton: 0, npi: 0 }

const withReceipt = 1

/** `data_coding` of UCS-2, 5.2.19. */
const ucs2 = 8

/**
 * One SMS as the fields of `submit_sm`, asking for a receipt.
 * @param to a number in international form
 * @param text what one SMS holds
 * @param ofZero what `data_coding` 0 means to this operator
 */
export function submitFields(sender: string, to: string, text: string, ofZero: 'gsm7' | 'latin1' = 'gsm7') {
  const from = /^\+\d+$/.test(sender) ? international : /^\d+$/.test(sender) ? unknown : name
  const { dataCoding, octets } = ofZero === 'gsm7' ? encodeSms(text) : encodeLatin1(text)
  return {
    source_addr_ton: from.ton,
    source_addr_npi: from.npi,
    source_addr: sender.replace(/^\+/, ''),
    dest_addr_ton: international.ton,
    dest_addr_npi: international.npi,
    destination_addr: to.replace(/^\+/, ''),
    registered_delivery: withReceipt,
    data_coding: dataCoding,
    short_message: octets,
  }
}

function encodeLatin1(text: string): { dataCoding: number; octets: Buffer } {
  const isLatin1 = [...text].every((letter) => (letter.codePointAt(0) as number) <= 0xff)
  if (isLatin1) return { dataCoding: 0, octets: Buffer.from(text, 'latin1') }
  return { dataCoding: ucs2, octets: encodeUcs2(text.toWellFormed()) }
}
