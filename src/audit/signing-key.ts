import { type KeyObject, randomBytes } from 'node:crypto'
import { following } from '../secrecy/keys/following.ts'
import { type KeyPlace, keyStore } from '../secrecy/keys/key-store.ts'
import { masterSecret } from '../secrecy/keys/master-secret.ts'
import { headKey } from './head.ts'

const nameOfKey = /^audit(?:\.(\d{1,5}))?$/

/** The installation's key that signs heads now: for the worker and for commands; the web process is not handed it. */
export function signingKey(place: KeyPlace): KeyObject {
  return headKey(masterSecret(place, namesOf(place).at(-1) ?? 'audit'))
}

/** All that signed, the newest last; the first is made when there is none. */
export function signingKeys(place: KeyPlace): KeyObject[] {
  signingKey(place)
  return keptSigningKeys(place)
}

/** The same, but none is made. */
export function keptSigningKeys(place: KeyPlace): KeyObject[] {
  return namesOf(place).map((name) => headKey(masterSecret(place, name)))
}

/** The newest, followed while the process lives. */
export function followSigningKey(place: KeyPlace): () => KeyObject {
  return following(place, () => signingKey(place))
}

/** A key after the newest. */
export function beginSigningKey(place: KeyPlace): KeyObject {
  const name = nameOfSigningKey(numberOf(namesOf(place).at(-1) ?? 'audit') + 1)
  keyStore(place).keepOnce(name, `${randomBytes(32).toString('hex')}\n`)
  return signingKey(place)
}

/** @param number 1 for the first one */
export function nameOfSigningKey(number: number): string {
  return number === 1 ? 'audit' : `audit.${number}`
}

function namesOf(place: KeyPlace): string[] {
  const names = keyStore(place).names()
  return names.filter((name) => nameOfKey.test(name)).sort((one, other) => numberOf(one) - numberOf(other))
}

function numberOf(name: string): number {
  return Number(nameOfKey.exec(name)?.[1] ?? 1)
}
