import type { KeyObject } from 'node:crypto'
import { following } from '../secrecy/keys/following.ts'
import type { KeyPlace } from '../secrecy/keys/key-store.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { numberedKeys } from '../secrecy/keys/numbered-keys.ts'
import { headKey } from './head.ts'

const keys = numberedKeys('audit')

/** The installation's key that signs heads now: for the worker and for commands; the web process is not handed it. */
export function signingKey(place: KeyPlace): KeyObject {
  return headKey(masterSecret(place, keys.newest(place)))
}

/** All that signed, the newest last; the first is made when there is none. */
export function signingKeys(place: KeyPlace): KeyObject[] {
  signingKey(place)
  return keptSigningKeys(place)
}

/** The same, but none is made. */
export function keptSigningKeys(place: KeyPlace): KeyObject[] {
  return keys.names(place).map((name) => headKey(masterSecret(place, name)))
}

/** The newest, followed while the process lives. */
export function followSigningKey(place: KeyPlace): () => KeyObject {
  return following(place, () => signingKey(place))
}

/** A key after the newest. */
export function beginSigningKey(place: KeyPlace): KeyObject {
  return headKey(masterSecret(place, keys.begin(place)))
}

/** @param number 1 for the first one */
export const nameOfSigningKey = keys.nameOf
