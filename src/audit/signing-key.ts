import type { KeyObject } from 'node:crypto'
import { secret } from '../platform/secrets.ts'
import { headKey } from './head.ts'

/** The installation's key that signs heads: for the worker and for commands, never for the web process. */
export function signingKey(dataDir: string): KeyObject {
  return headKey(secret(dataDir, 'audit'))
}
