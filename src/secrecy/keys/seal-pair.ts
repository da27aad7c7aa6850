import { Explained } from '../../platform/explained.ts'
import { type KeyPair, makeKeyPair } from '../../platform/seal.ts'
import { following } from './following.ts'
import { type KeyPlace, keyStore } from './key-store.ts'
import { masterSecret } from './master-secret.ts'
import { numberedKeys } from './numbered-keys.ts'

// What the web process seals and only the worker opens: who filed, accounts, addresses of letters. The first pair is the master
// key `seal`, later ones are seal.2, seal.3, …; `seal.public` is the half by which a running web process seals after a rotation.

const pairs = numberedKeys('seal')
const publicHalf = 'seal.public'

/** The pairs there are by name, the newest last. */
export const sealPairNames = pairs.names

/** All pairs as one: the newest seals, all open. The first is made when there is none. For the worker and for nobody else. */
export function sealPair(place: KeyPlace): KeyPair {
  const names = sealPairNames(place)
  const [newest = 'seal', ...older] = names.reverse()
  return { ...pairOfName(place, newest), older: older.map((name) => pairOfName(place, name)) }
}

/** One of them alone. */
export function pairOfName(place: KeyPlace, name: string): KeyPair {
  return makeKeyPair(masterSecret(place, name))
}

/** The same, followed while the process lives: a new pair is noticed within a quarter of a second. */
export function followSealPair(place: KeyPlace): KeyPair {
  const pair = following(place, () => sealPair(place))
  return {
    get publicKey() {
      return pair().publicKey
    },
    get privateKey() {
      return pair().privateKey
    },
    get older() {
      return pair().older
    },
  }
}

/** To whom a web process seals now. @param handed by the launcher, at the start */
export function followSealTo(place: KeyPlace, handed: Uint8Array): () => Uint8Array {
  return following(place, () => {
    const published = keyStore(place).read(publicHalf)
    return published ? Buffer.from(published.trim(), 'hex') : handed
  })
}

/**
 * Nobody would be written to whose address was sealed for a half that is torn, or no pair's here.
 * @throws Explained what to do
 */
export function checkPublished(place: KeyPlace): void {
  const store = keyStore(place)
  const published = store.read(publicHalf)?.trim()
  if (published === undefined || sealPairNames(place).some((name) => halfOf(pairOfName(place, name)) === published))
    return
  throw new Explained(
    `The ${store.called(publicHalf)} is damaged, or of no pair that is here; nobody would open what is sealed with it. Put back the file that belongs to these keys, or take it away: without it the newest pair is used.`,
  )
}

/** A new pair that opens already, and seals once it is published. @returns its name */
export const beginSealPair = pairs.begin

/** From now on the newest pair seals. */
export async function publishSealPair(place: KeyPlace): Promise<void> {
  await keyStore(place).replace(publicHalf, `${halfOf(sealPair(place))}\n`)
}

function halfOf({ publicKey }: KeyPair): string {
  return Buffer.from(publicKey).toString('hex')
}
