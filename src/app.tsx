import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Now } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Log } from './platform/log.ts'
import type { WebSettings } from './platform/process-settings.ts'

export type AppDeps = { config: WebSettings['config']; web: Db; publicDb: Db; now: Now; log: Log }

/** The whole site; every room is mounted here. */
export function makeApp({ web, log }: AppDeps) {
  return new Hono()
    .get('/healthz', (c) => c.text('ok\n'))
    .get('/readyz', async (c) => {
      try {
        const { rows } = await sql<{ writable: boolean }>`select not pg_is_in_recovery() as writable`.execute(web)
        return rows[0]?.writable ? c.text('ready\n') : c.text('the database is read-only\n', 503)
      } catch (error) {
        log.warn({ err: error }, 'not ready')
        return c.text('the database cannot be reached\n', 503)
      }
    })
}
