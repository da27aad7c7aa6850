import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'
import type { Door } from '../report/doors.ts'

/**
 * A phone number in international form, `+62…` unless it names another country; null when it is none. Numbers are written in every
 * way: 0812-3456-7890, 62812…, +62 (0)812…, 0062…, 812….
 */
export function normalisePhone(written: string): string | null {
  const plain = written
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s\p{Pd}\p{Cf}()./]/gu, '')
  const number = plain
    .replace(/^00/, '+')
    .replace(/^62(?=[2-9]|08)/, '+62')
    .replace(/^\+620/, '+62')
    .replace(/^0(?=[2-9])/, '+62')
    .replace(/^8(?=\d{8,11}$)/, '+628')
  return (number.startsWith('+62') ? /^\+62[2-9]\d{6,11}$/ : /^\+[1-9]\d{7,14}$/).test(number) ? number : null
}

/**
 * An e-mail address in the form in which two writings of it are equal: lower case, domain in ASCII; null when it is none. What lies
 * before the @ keeps its dots and plus signs, for only its provider knows whether they matter.
 */
export function normaliseEmail(written: string): string | null {
  const address = written.slice(0, 400).normalize('NFKC').trim().toLowerCase()
  const [, local, domain] = /^([^\s@<>()[\],;:"\\\p{Cc}\p{Cf}]+)@([^\s@]+)$/u.exec(address) ?? []
  if (!local || !domain || /^\.|\.$|\.\./.test(local)) return null
  const ascii = domainToASCII(domain)
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii)) return null
  const email = `${local}@${ascii}`
  return Buffer.byteLength(local) <= 64 && email.length <= 254 ? email : null
}

/**
 * By which a phone, an e-mail or an account at a door is found again without being stored readable: HMAC-SHA256, 32 bytes.
 * @param secret kept outside the database, at least 32 bytes: numbers are few enough to try them all against a hash without one
 * @param normalised as `normalisePhone` or `normaliseEmail` gives it; at any other door the number of the account there
 */
export function blindIndex(secret: Uint8Array, kind: 'phone' | Exclude<Door, 'sms'>, normalised: string): Buffer {
  if (secret.length < 32) throw new Error('The secret behind blind indexes must have at least 32 bytes')
  return createHmac('sha256', secret).update(`lapor ${kind} 1 ${normalised}`).digest()
}

/** By which whoever writes at a door is found again: at SMS 1708 the phone, that may be typed on a page as well. */
export function senderIndex(secret: Uint8Array, door: Door, sender: string): Buffer {
  return blindIndex(secret, door === 'sms' ? 'phone' : door, sender)
}
