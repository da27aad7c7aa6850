import type { Directory } from '../agencies/directory.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Rules } from '../report/rules.ts'
import type { IdentityKeys } from './identity.ts'

/** What the rooms of the web process are given; wired once in web.ts. */
export type Deps = {
  config: Omit<Config, 'databaseUrl' | 'databaseReadUrl' | 'smtpUrl'>
  log: Log
  /** The application's clock (LAPOR_CLOCK_OFFSET included); the only source of "now". */
  now(): Date
  /** Role lapor_web: cases, under row-level security; always through `as`. */
  db: Db
  /** Role lapor_public: reads schema publication and nothing else. */
  publicDb: Db
  rules(): Promise<Rules>
  directory(): Promise<Directory>
  keys: IdentityKeys
  /** Folder of the re-encoded pictures (platform/files.ts). */
  uploadsDir: string
}
