import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { plainSymbols, symbols } from '../report/tracking-id.ts'

/** 20 symbols out of 23: 90 bits, above the 80 that the domain asks for. */
const keyLength = 20
const groupLength = 4

/**
 * The report key (Kunci laporan): the secret that, with the tracking ID, opens the private view of a report filed without an account.
 * Derived and never stored, so the same filing sent again gets the same key.
 * @param secret the installation's secret, at least 32 bytes
 * @param idempotencyKey what makes the filing one; unique to it and not guessable when it comes from our own form
 */
export function deriveReportKey(secret: Uint8Array, idempotencyKey: string, reportId: string): string {
  if (secret.length < 32) throw new Error('The secret behind report keys must have at least 32 bytes')
  const parts = JSON.stringify(['lapor report key 1', idempotencyKey, reportId])
  let number = BigInt(`0x${createHmac('sha256', secret).update(parts).digest('hex')}`)
  let key = ''
  const base = BigInt(symbols.length)
  while (key.length < keyLength) {
    key += symbols[Number(number % base)]
    number /= base
  }
  return key
}

/** What is stored instead of the key: 32 bytes. A plain hash is enough, nobody can try 2^90 keys. */
export function hashReportKey(key: string): Buffer {
  return createHash('sha256').update(`lapor report key 1 ${key}`).digest()
}

/** Whether `key` opens the report whose stored hash this is; takes the same time whether it does or not, also when there is no hash. */
export function opensWith(key: string | null, storedHash: Uint8Array | null): boolean {
  const offered = hashReportKey(key ?? '')
  const stored = storedHash?.length === offered.length ? storedHash : Buffer.alloc(offered.length)
  const same = timingSafeEqual(offered, stored)
  return same && key !== null && storedHash !== null
}

/** The key as typed, in any case, with spaces, dashes and look-alikes; null when it cannot be one. */
export function parseReportKey(text: string): string | null {
  const key = plainSymbols(text)
  return key.length === keyLength && [...key].every((symbol) => symbols.includes(symbol)) ? key : null
}

/** For eyes and paper: `7KQM-…`, five groups of four. */
export function groupReportKey(key: string): string {
  return (key.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-')
}
