import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'

/** One wrong place in what was sent: `path` as in 'location.lat', `code` stable, `message` for people. */
export const problemErrorSchema = z.object({ path: z.string(), code: z.string(), message: z.string() })

/** An error as RFC 9457 tells it; `code` is stable, programs decide by it. */
export const problemSchema = z
  .object({
    type: z.string().describe('An address for the kind of problem; it ends with the code.'),
    title: z.string().describe('The kind of problem in one sentence.'),
    status: z.int().describe('The HTTP status.'),
    code: z.string().describe('Stable; decide by this.'),
    detail: z.string().optional().describe('What to do about this one.'),
    errors: z.array(problemErrorSchema).optional().describe('With 422: every wrong place.'),
  })
  .meta({ id: 'Problem' })

export type ProblemError = z.infer<typeof problemErrorSchema>
export type ProblemExtra = { detail?: string; errors?: readonly ProblemError[]; [more: string]: unknown }

/** Answer with application/problem+json. Whoever answers 429 sets `Retry-After` first. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  title: string,
  extra: ProblemExtra = {},
): Response {
  const body = { type: `urn:lapor:problem:${code}`, title, status, code, ...extra }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** What a schema found wrong, as `errors[]` of a 422. */
export function problemErrors(error: z.ZodError): ProblemError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message }))
}
