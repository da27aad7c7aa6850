import { type KeyPair, makeKeyPair } from '../platform/seal.ts'
import type { Keeper } from '../report/keeper.ts'
import type { IdentityKeys } from './identity.ts'
import { openKeyRing } from './keys/key-ring.ts'
import type { KeyPlace } from './keys/key-store.ts'
import { makeKeeper } from './keys/make-keeper.ts'
import { masterSecret } from './keys/master-secret.ts'

/** The web process's keys as hexadecimal text, for handing from the launcher to its child. */
export type HandedKeys = Record<Exclude<keyof IdentityKeys, 'keeper'>, string>

/** What the web process may know of the installation's secrets; the launcher hands it over. */
export function keysForWeb(place: KeyPlace): HandedKeys {
  return {
    reportSecret: masterSecret(place, 'report').toString('hex'),
    indexSecret: masterSecret(place, 'index').toString('hex'),
    sealTo: Buffer.from(sealPair(place).publicKey).toString('hex'),
  }
}

/**
 * The handed keys as bytes, with the reports' own keys, which every process follows by itself: they change while it lives.
 * @throws Explained when a key file is damaged or readable by others
 */
export function readKeys({ reportSecret, indexSecret, sealTo }: HandedKeys, place: KeyPlace): IdentityKeys {
  return {
    reportSecret: Buffer.from(reportSecret, 'hex'),
    indexSecret: Buffer.from(indexSecret, 'hex'),
    sealTo: Buffer.from(sealTo, 'hex'),
    keeper: keeperOf(place),
  }
}

/** Seals and opens under each report's own key. @throws Explained when a key file is damaged or readable by others */
export function keeperOf(place: KeyPlace): Keeper {
  return makeKeeper(openKeyRing(place))
}

/** Both halves of the pair that seals identities: for the worker, which writes to people, and for nobody else. */
export function sealPair(place: KeyPlace): KeyPair {
  return makeKeyPair(masterSecret(place, 'seal'))
}
