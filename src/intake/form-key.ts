import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const drawnBytes = 16
const signatureBytes = 12

/**
 * The key that makes one form one report, however often it is sent: 128 random bits and our signature, in letters that an address takes.
 * Whoever holds it reads the receipt for a day, so it stands in the form and in the receipt's address only.
 * @param secret the installation's secret, at least 32 bytes
 */
export function makeFormKey(secret: Uint8Array): string {
  const drawn = randomBytes(drawnBytes)
  return Buffer.concat([drawn, signatureOf(secret, drawn)]).toString('base64url')
}

/** The key when it is one that we made; null for anything else, so that nobody chooses his own. */
export function readFormKey(secret: Uint8Array, text: string | undefined): string | null {
  if (!text || !/^[\w-]{38}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  const drawn = bytes.subarray(0, drawnBytes)
  const signed = bytes.subarray(drawnBytes)
  if (signed.length !== signatureBytes || !timingSafeEqual(signed, signatureOf(secret, drawn))) return null
  return bytes.toString('base64url') === text ? text : null
}

/** Under which the report of this form is filed: kept apart from the keys that programs choose. */
export function filingKeyOf(formKey: string): string {
  return `form ${formKey}`
}

function signatureOf(secret: Uint8Array, drawn: Uint8Array): Buffer {
  return createHmac('sha256', secret).update('lapor form key 1 ').update(drawn).digest().subarray(0, signatureBytes)
}
