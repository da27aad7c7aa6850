import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import type { Keeper } from '../report/keeper.ts'

/** What finds an account again by its e-mail, and seals who its person is. */
export type AccountKeys = {
  /** Behind the blind indexes of phones and e-mails; 32 bytes. */
  indexSecret: Uint8Array
  /** Public half of the key pair whose other half only the worker has. */
  sealTo: Uint8Array
}

/** With what opens the titles of a person's own reports. */
type SiteKeys = AccountKeys & { keeper: Keeper }

/** The part of the web process's `Deps` that this room needs. */
export type AccountDeps = { config: Pick<Config, 'baseUrl'>; now(): Date; db: Db; keys: SiteKeys }
