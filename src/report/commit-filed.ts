import { createHmac, randomBytes } from 'node:crypto'
import { hex } from '../platform/hex.ts'

/** What was filed, as its reporter wrote it. */
export type FiledWords = { title?: string | null | undefined; text: string }

/**
 * The commitment to what was filed, for the facts of the first event, so that its chain holds the report's own words too. Keyed outside
 * the database, and salted: nobody who finds it there can try what somebody might have written, and once the salt is erased nobody at all.
 * @returns 64 hexadecimal digits
 */
export function commitFiled(secret: Uint8Array, salt: Buffer, { title, text }: FiledWords): string {
  return createHmac('sha256', secret)
    .update(`lapor filed ${JSON.stringify([hex(salt), title ?? '', text])}`)
    .digest('hex')
}

/** A new report's: `filed_salt` as PostgreSQL reads bytes, and the fact. */
export function newCommitment(secret: Uint8Array, words: FiledWords): { filed_salt: string; filed: string } {
  const salt = randomBytes(16)
  return { filed_salt: hex(salt), filed: commitFiled(secret, salt, words) }
}
