import { secret } from '../platform/secrets.ts'
import { type KeyPair, makeKeyPair } from '../platform/seal.ts'
import type { IdentityKeys } from './identity.ts'

/** The web process's keys as hexadecimal text, for handing from the launcher to its child. */
export type HandedKeys = Record<keyof IdentityKeys, string>

/** What the web process may know of the installation's secrets; the launcher hands it over, the web never opens the folder. */
export function keysForWeb(dataDir: string): HandedKeys {
  return {
    reportSecret: secret(dataDir, 'report').toString('hex'),
    indexSecret: secret(dataDir, 'index').toString('hex'),
    sealTo: Buffer.from(sealPair(dataDir).publicKey).toString('hex'),
  }
}

/** The handed keys as bytes. */
export function readKeys({ reportSecret, indexSecret, sealTo }: HandedKeys): IdentityKeys {
  return {
    reportSecret: Buffer.from(reportSecret, 'hex'),
    indexSecret: Buffer.from(indexSecret, 'hex'),
    sealTo: Buffer.from(sealTo, 'hex'),
  }
}

/** Both halves of the pair that seals identities: for the worker, which writes to people, and for nobody else. */
export function sealPair(dataDir: string): KeyPair {
  return makeKeyPair(secret(dataDir, 'seal'))
}
