import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { refHash } from '../receipts/note-receipt.ts'

type Keys = Pick<IdentityKeys, 'indexSecret'>

const nonceDigits = 24
const proofDigits = 16

/**
 * How we call a message towards a gateway, for its receipt: the same one however often it is handed over there, another one at every
 * gateway, and nothing that leads to a message or a person without our key. Whoever knows it was told it by us.
 */
export function ownRef(keys: Keys, gateway: string, messageId: string): string {
  const nonce = keyed(keys, `${gateway}\n${messageId}`).slice(0, nonceDigits)
  return nonce + proofOf(keys, nonce)
}

/** Whether we made it. */
export function isOwnRef(keys: Keys, ref: string): boolean {
  if (ref.length !== nonceDigits + proofDigits || !/^[0-9a-f]+$/.test(ref)) return false
  const right = proofOf(keys, ref.slice(0, nonceDigits))
  return timingSafeEqual(Buffer.from(ref.slice(nonceDigits)), Buffer.from(right))
}

/** By what its message is found. */
export function ownRefHash(keys: Keys, ref: string): Buffer {
  return refHash(keys, 'own', ref)
}

function proofOf(keys: Keys, nonce: string): string {
  return keyed(keys, `proof ${nonce}`).slice(0, proofDigits)
}

function keyed({ indexSecret }: Keys, said: string): string {
  return createHmac('sha256', indexSecret).update(`lapor own ref ${said}`).digest('hex')
}
