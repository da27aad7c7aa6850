import { encodeGsm7 } from '../../../platform/gsm/gsm7.ts'
import { encodeUcs2 } from './alphabet.ts'

/** The text as `data_coding` and octets: 0, GSM-7, when it can be said so, else 8, UCS-2, so that no letter is dropped. */
export function encodeSms(text: string): { dataCoding: 0 | 8; octets: Buffer } {
  const septets = encodeGsm7(text)
  return septets ? { dataCoding: 0, octets: septets } : { dataCoding: 8, octets: encodeUcs2(text.toWellFormed()) }
}
