import { createHmac } from 'node:crypto'
import { gateway } from './keep-items.ts'

/** Under which an arrival of X lies (arrivals/keep-arrival.ts); by it a post is found again without its number being stored. */
export function hashOfMessage(indexSecret: Uint8Array, messageId: string): Buffer {
  return createHmac('sha256', indexSecret).update(`lapor arrival x ${gateway} ${messageId}`).digest()
}
