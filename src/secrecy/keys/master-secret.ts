import { randomBytes } from 'node:crypto'
import { Explained } from '../../platform/explained.ts'
import { type KeyPlace, keyStore } from './key-store.ts'

const bytes = 32

/**
 * The installation's secret of this name: 32 bytes, made once and the same ever after.
 * @throws Explained when there is one but it does not hold 32 bytes in hexadecimal
 */
export function masterSecret(place: KeyPlace, name: string): Buffer {
  if (keyStore(place).read(name) === undefined)
    keyStore(place).keepOnce(name, `${randomBytes(bytes).toString('hex')}\n`)
  return knownSecret(place, name) ?? damaged(place, name)
}

/**
 * The same where there is one; none is made.
 * @throws Explained when it does not hold 32 bytes in hexadecimal
 */
export function knownSecret(place: KeyPlace, name: string): Buffer | undefined {
  const known = keyStore(place).read(name)
  if (known === undefined) return undefined
  const key = Buffer.from(known.trim(), 'hex')
  return key.length === bytes ? key : damaged(place, name)
}

function damaged(place: KeyPlace, name: string): never {
  throw new Explained(`The ${keyStore(place).called(name)} is damaged. Put it back from a backup.`)
}
