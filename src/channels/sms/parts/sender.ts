import { normalisePhone } from '../../../accounts/contact.ts'

/** Longer names than this are cut, in UTF-16 units; a network gives at most 20 digits or 11 letters. */
const longest = 60

/**
 * Who sent it. Networks often leave out the plus of a number of another country, so ten digits and more are tried with one; a
 * short code or a name is kept as it was written: it cannot be answered.
 */
export function readSender(written: string): { from: string; notANumber?: true } {
  const from = readAddress(written)
  const number = normalisePhone(from) ?? (/^[1-9]\d{9,14}$/.test(from) ? normalisePhone(`+${from}`) : null)
  return number ? { from: number } : { from, notANumber: true }
}

/**
 * The same, of a gateway that writes every number in international form but leaves out the plus: 85291234567 is a telephone in Hong Kong
 * there, and none of Telkomsel's.
 */
export function readInternational(written: string): ReturnType<typeof readSender> {
  const from = readAddress(written)
  return readSender(/^[1-9]\d{9,14}$/.test(from) ? `+${from}` : from)
}

/** A number or name on one line, as it was written. */
export function readAddress(written: string): string {
  return written
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
}
