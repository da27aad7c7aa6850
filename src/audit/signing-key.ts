import type { KeyObject } from 'node:crypto'
import type { KeyPlace } from '../secrecy/keys/key-store.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { headKey } from './head.ts'

/** The installation's key that signs heads: for the worker and for commands; the web process is not handed it. */
export function signingKey(place: KeyPlace): KeyObject {
  return headKey(masterSecret(place, 'audit'))
}
