import type { Keeper } from '../report/keeper.ts'
import type { IdentityKeys } from './identity.ts'
import { openKeyRing } from './keys/key-ring.ts'
import type { KeyPlace } from './keys/key-store.ts'
import { makeKeeper } from './keys/make-keeper.ts'
import { knownSecret, masterSecret } from './keys/master-secret.ts'
import { followSealTo, sealToAtStart } from './keys/seal-pair.ts'

/** The web process's keys as hexadecimal text, for handing from the launcher to its child. */
export type HandedKeys = Record<Exclude<keyof IdentityKeys, 'keeper'>, string>

/** What the web process may know of the installation's secrets; the launcher hands it over. */
export function keysForWeb(place: KeyPlace): HandedKeys {
  return {
    reportSecret: masterSecret(place, 'report').toString('hex'),
    indexSecret: masterSecret(place, 'index').toString('hex'),
    sealTo: Buffer.from(sealToAtStart(place)).toString('hex'),
  }
}

/**
 * The handed keys as bytes, with the reports' own keys, which every process follows by itself: they change while it lives.
 * @throws Explained when a key file is damaged or readable by others
 */
export function readKeys({ reportSecret, indexSecret, sealTo }: HandedKeys, place: KeyPlace): IdentityKeys {
  const toWhom = followSealTo(place, Buffer.from(sealTo, 'hex'))
  const index = Buffer.from(indexSecret, 'hex')
  return {
    reportSecret: Buffer.from(reportSecret, 'hex'),
    indexSecret: index,
    get sealTo() {
      return toWhom()
    },
    keeper: makeKeeper(openKeyRing(place), () => index),
  }
}

/** Seals and opens under each report's own key. @throws Explained when a key file is damaged or readable by others */
export function keeperOf(place: KeyPlace): Keeper {
  return makeKeeper(openKeyRing(place), () => knownSecret(place, 'index'))
}
