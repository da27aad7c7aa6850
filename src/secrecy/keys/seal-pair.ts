import { hash } from 'node:crypto'
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

/** Whether pages run alone here, with the public half at most: what is sealed here is opened elsewhere. */
export function holdsNoPair(place: KeyPlace): boolean {
  return place.role === 'web' && sealPairNames(place).length === 0
}

/** @throws Explained what to do instead */
export function refuseWithoutPair(): never {
  throw new Explained(
    'A host of role web that has seal.public alone holds nothing that opens what it seals, or signs, and this needs it. Do it where the worker runs.',
  )
}

/**
 * All pairs as one: the newest seals, all open. The first is made when there is none. For the worker and for nobody else.
 * @throws Explained where pages run alone
 */
export function sealPair(place: KeyPlace): KeyPair {
  if (holdsNoPair(place)) refuseWithoutPair()
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

/** The half to which a web process seals from its start. */
export function sealToAtStart(place: KeyPlace): Uint8Array {
  const published = holdsNoPair(place) && publishedHalf(place)
  return published ? Buffer.from(published, 'hex') : sealPair(place).publicKey
}

/** In hexadecimal; undefined where there is none. */
export function publishedHalf(place: KeyPlace): string | undefined {
  return keyStore(place).read(publicHalf)?.trim()
}

/** For a sentence that tells an operator which file is meant. */
export function calledPublicHalf(place: KeyPlace): string {
  return keyStore(place).called(publicHalf)
}

/** By which a public half is known again. @param half in hexadecimal */
export function printOfHalf(half: string): Buffer {
  return hash('sha256', Buffer.from(half, 'hex'), 'buffer')
}

/** The same of a pair that is here. */
export function halfPrint(place: KeyPlace, name: string): Buffer {
  return printOfHalf(halfOf(pairOfName(place, name)))
}

/** To whom a web process seals now. @param handed by the launcher, at the start */
export function followSealTo(place: KeyPlace, handed: Uint8Array): () => Uint8Array {
  return following(place, () => {
    const published = publishedHalf(place)
    return published ? Buffer.from(published, 'hex') : handed
  })
}

/**
 * Nobody would be written to whose address was sealed for a half that is torn, or no pair's: of those here, or where none is, of those
 * that the database knows.
 * @param known prints of the halves of all pairs (identity.key_check)
 * @throws Explained what to do
 */
export function checkPublished(place: KeyPlace, known: readonly Buffer[]): void {
  const published = publishedHalf(place)
  if (published === undefined) return
  const isOurs = holdsNoPair(place)
    ? known.some((print) => print.equals(printOfHalf(published)))
    : sealPairNames(place).some((name) => halfOf(pairOfName(place, name)) === published)
  if (isOurs) return
  throw new Explained(
    `The ${calledPublicHalf(place)} is damaged, or of no pair that is ${holdsNoPair(place) ? 'known' : 'here'}; nobody would open what is sealed with it. ${whatToDo(place)}`,
  )
}

function whatToDo(place: KeyPlace): string {
  return holdsNoPair(place)
    ? 'Bring the file from where the worker runs, once the worker has been started there with this version.'
    : 'Put back the file that belongs to these keys, or take it away: without it the newest pair is used.'
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
