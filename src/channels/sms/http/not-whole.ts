import type { Context } from 'hono'
import type { BodyEnd } from '../../../platform/request-body.ts'
import type { Deps } from '../../../secrecy/deps.ts'

/** A part of what a gateway posts is never kept for the whole: 503 where the rest did not come, 413 where it was more than we take. */
export function notWhole(deps: Deps, c: Context, gateway: string, end: Exclude<BodyEnd, 'whole'>) {
  deps.log.error({ gateway, end }, 'what an SMS gateway posted did not come whole; it has to bring it again')
  return end === 'too_long' ? c.body(null, 413) : c.body(null, 503, { 'retry-after': '10' })
}
