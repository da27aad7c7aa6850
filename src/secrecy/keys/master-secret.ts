import { randomBytes } from 'node:crypto'
import { Explained } from '../../platform/explained.ts'
import { type KeyPlace, keyStore } from './key-store.ts'

const bytes = 32

/**
 * The installation's secret of this name: 32 bytes, made once and the same ever after.
 * @throws Explained when there is one but it does not hold 32 bytes in hexadecimal
 */
export function masterSecret(place: KeyPlace, name: string): Buffer {
  const store = keyStore(place)
  const known = store.read(name)
  if (known === undefined) store.keepOnce(name, `${randomBytes(bytes).toString('hex')}\n`)
  const key = Buffer.from((known ?? store.read(name) ?? '').trim(), 'hex')
  if (key.length !== bytes) throw new Explained(`The ${store.called(name)} is damaged. Put it back from a backup.`)
  return key
}
