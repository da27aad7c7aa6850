import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '../platform/log.ts'
import { problem } from '../platform/problem.ts'
import { FailedPage, NotFoundPage } from './error-pages.tsx'
import { localeOf } from './locale.ts'

const headers = { 'cache-control': 'no-cache' }

/** For `app.notFound`: the same bytes for every address; a problem where programs ask. */
export async function answerNotFound(c: Context): Promise<Response> {
  if (isApi(c)) return problem(c, 404, 'not_found', 'Tidak ditemukan.')
  return c.html(<NotFoundPage locale={localeOf(c)} />, 404, headers)
}

/** For `app.onError`: a number to mention, with the rest in the log under the same number. */
export function answerFailure(log: Log) {
  return async (error: Error, c: Context): Promise<Response> => {
    if (error instanceof HTTPException && error.status < 500) return error.getResponse()
    const reference = randomBytes(6).toString('hex').toUpperCase()
    log.error({ err: error, reference, method: c.req.method, route: c.req.routePath }, 'failed')
    if (isApi(c)) return problem(c, 500, 'failed', 'Ada gangguan di pihak kami.', { reference })
    return c.html(<FailedPage locale={localeOf(c)} reference={reference} />, 500, { 'cache-control': 'no-store' })
  }
}

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/') || c.req.path.startsWith('/hooks/')
}
