import type { KeyObject } from 'node:crypto'
import { secret } from '../platform/secrets.ts'
import { headKey } from './head.ts'

/** The installation's key that signs heads: for the worker and for commands; the web process is not handed it. */
export function signingKey(dataDir: string): KeyObject {
  return headKey(secret(dataDir, 'audit'))
}
