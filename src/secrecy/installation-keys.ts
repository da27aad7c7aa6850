import { secret } from '../platform/secrets.ts'
import { type KeyPair, makeKeyPair } from '../platform/seal.ts'
import type { Keeper } from '../report/keeper.ts'
import type { IdentityKeys } from './identity.ts'
import { openKeyRing } from './keys/key-ring.ts'
import { makeKeeper } from './keys/make-keeper.ts'

/** The web process's keys as hexadecimal text, for handing from the launcher to its child. */
export type HandedKeys = Record<Exclude<keyof IdentityKeys, 'keeper'>, string>

/** What the web process may know of the installation's secrets; the launcher hands it over. */
export function keysForWeb(dataDir: string): HandedKeys {
  return {
    reportSecret: secret(dataDir, 'report').toString('hex'),
    indexSecret: secret(dataDir, 'index').toString('hex'),
    sealTo: Buffer.from(sealPair(dataDir).publicKey).toString('hex'),
  }
}

/**
 * The handed keys as bytes, with the reports' own keys, whose files every process follows by itself: they change while it lives.
 * @throws Explained when a key file is damaged or readable by others
 */
export function readKeys({ reportSecret, indexSecret, sealTo }: HandedKeys, dataDir: string): IdentityKeys {
  return {
    reportSecret: Buffer.from(reportSecret, 'hex'),
    indexSecret: Buffer.from(indexSecret, 'hex'),
    sealTo: Buffer.from(sealTo, 'hex'),
    keeper: keeperOf(dataDir),
  }
}

/** Seals and opens under each report's own key. @throws Explained when a key file is damaged or readable by others */
export function keeperOf(dataDir: string): Keeper {
  return makeKeeper(openKeyRing(dataDir))
}

/** Both halves of the pair that seals identities: for the worker, which writes to people, and for nobody else. */
export function sealPair(dataDir: string): KeyPair {
  return makeKeyPair(secret(dataDir, 'seal'))
}
