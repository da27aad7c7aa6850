import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import type { ApiOperation } from '../platform/api-operation.ts'
import { problem, problemErrors, problemSchema } from '../platform/problem.ts'
import { readJsonBody } from '../platform/request-body.ts'
import { as } from '../report/as.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { askedErasure, askErasure, erasable, keyAfterErasure } from '../secrecy/ask-erasure.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporterByApi } from '../secrecy/open-as-reporter.ts'
import { maxApiBodyBytes, noJson, sayWrong } from '../ui/api-refusals.ts'
import { localeOf } from '../ui/locale.ts'
import { notFound, refused } from './refused.ts'

const wish = z.object({
  what: z.enum(erasable).describe('`identity`: who filed it, at any time. `all`: a report that is over.'),
  confirmed: z.literal(true).describe('It cannot be taken back.'),
})

const answer = z.object({
  what: z.enum(erasable),
  key: z.string().optional().describe('Where an account led to the report: the only way back from now on.'),
})

/** POST /reports/{id}/erasure, by the reporter (key or token). */
export function erasureApi(deps: Deps) {
  return new Hono().post('/reports/:id/erasure', (c) => erase(deps, c))
}

async function erase(deps: Deps, c: Context): Promise<Response> {
  if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
  const id = parseTrackingId(c.req.param('id') ?? '') ?? ''
  const actor = await openAsReporterByApi(deps, c, id)
  const key = keyOfCall(deps, c, id)
  const before = actor || !key ? undefined : await askedErasure(deps.db, id, key, deps.now())
  if (!actor && !before) return notFound(c)
  c.header('cache-control', 'no-store')
  if (!actor) return c.json(before, 202)
  const read = await readJsonBody(c.req.raw, maxApiBodyBytes, {})
  if (!read.ok) return noJson(c, read.why)
  const parsed = wish.safeParse(read.sent, sayWrong(localeOf(c)))
  if (!parsed.success)
    return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: problemErrors(parsed.error) })
  try {
    const erasure = await as(deps.db, actor, (tx) =>
      askErasure(tx, actor, actor.reportId ?? '', parsed.data.what, deps.now(), key),
    )
    return c.json(erasure, 202)
  } catch (error) {
    return refused(c, error)
  }
}

/** The key that this call brings: the same when it is sent again by whoever sent it first. */
function keyOfCall({ keys }: Deps, c: Context, trackingId: string): string | undefined {
  const once = c.req.header('idempotency-key')?.trim()
  const by = c.get('knownBy') === 'token' ? c.get('person')?.accountId : c.req.header('report-key')
  return once && by ? keyAfterErasure(keys.reportSecret, { by, once }, trackingId) : undefined
}

const no = (description: string) => ({ description, body: problemSchema })

export const erasureOperation: ApiOperation = {
  method: 'post',
  path: '/reports/{id}/erasure',
  tag: 'Moves',
  summary: 'Erase who filed it, or everything',
  description: 'By: reporter. The keys are destroyed within a minute; old backups cannot be opened any more.',
  security: ['reportKey', 'token'],
  request: {
    params: z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') }),
    headers: z.object({
      'Report-Key': z.string().optional().describe('The key that was given at filing.'),
      'Idempotency-Key': z
        .string()
        .optional()
        .describe('Random, such as a UUID: for a day the same call gets the same answer, the new key included.'),
    }),
    body: wish,
  },
  responses: {
    202: { description: 'It is being erased.', body: answer },
    400: no('Not JSON.'),
    401: no('The token is nobody’s.'),
    404: no('Unknown, or not yours to know.'),
    409: no('`not_allowed`: the report is not over.'),
    413: no('More than 1 MiB.'),
    415: no('A body that is not application/json.'),
    422: no('Something in the body is wrong.'),
  },
}
