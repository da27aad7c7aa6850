import type { Directory } from '../agencies/directory.ts'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Rules } from '../report/rules.ts'

export type SweepDeps = {
  /** Role lapor_worker; as many connections as `width` in each-due.ts and a few more. */
  db: Db
  log: Log
  /** The application's clock. */
  now: Now
  rules(): Promise<Rules>
  directory(): Promise<Directory>
  uploadsDir: string
}
