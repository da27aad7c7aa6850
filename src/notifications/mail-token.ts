import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32, fromBase32 } from '../platform/base32.ts'

const idBytes = 16
const macBytes = 10
const shape = /^[a-z2-7]{42}$/

/**
 * What a letter of ours carries in its Message-ID, in the address for answers and in the link that ends them: 42 letters and digits,
 * in any case. Nobody guesses one (80 bits of HMAC), and it says nothing but which letter it was. It is worth something only as long
 * as the letter's row is there: erasure takes it away.
 * @param secret behind blind indexes, at least 32 bytes, kept outside the database
 */
export function mailToken(secret: Uint8Array, messageId: string): string {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex')
  return base32(Buffer.concat([id, macOf(secret, id)]))
}

/** The letter that a token was made for; undefined for one that we never made. */
export function readMailToken(secret: Uint8Array, written: string): string | undefined {
  const token = written.toLowerCase()
  if (!shape.test(token)) return undefined
  const bytes = fromBase32(token)
  const id = bytes.subarray(0, idBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes), macOf(secret, id))) return undefined
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function macOf(secret: Uint8Array, id: Uint8Array): Buffer {
  if (secret.length < 32) throw new Error('The secret behind tokens must have at least 32 bytes')
  return createHmac('sha256', secret).update('lapor mail token 1 ').update(id).digest().subarray(0, macBytes)
}
