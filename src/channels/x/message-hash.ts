import { messageHash } from '../arrivals/keep-arrival.ts'
import { gateway } from './keep-items.ts'

/** Under which an arrival of X lies; by it a post is found again without its number being stored. */
export function hashOfMessage(indexSecret: Uint8Array, messageId: string): Buffer {
  return messageHash({ indexSecret }, { door: 'x', gateway, messageId })
}
