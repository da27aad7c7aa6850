import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Rules } from '../report/rules.ts'
import type { Opener } from '../secrecy/filer.ts'
import type { Mailer } from './mail.ts'
import type { Poster } from './poster.ts'
import type { Texter } from './texter.ts'

/** What the worker's messages need. Only the worker holds the pair that opens addresses. */
export type TellDeps = {
  /** Role lapor_worker. */
  db: Db
  log: Log
  now: Now
  rules(): Promise<Rules>
  pair: Opener
  /** Behind blind indexes and fingerprints; 32 bytes. */
  indexSecret: Uint8Array
  /** The address in links, without a slash at the end. */
  baseUrl: string
  /** How e-mail leaves the house. */
  mailer: Mailer
  /** How SMS leave. */
  texter: Texter
  /** How messages leave on X. */
  poster: Poster
}

/** What those SMS need that have been queued: whoever sends them alone, in a process of its own, writes no letters. */
export type SmsDeps = Omit<TellDeps, 'mailer' | 'poster'>
