import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from './log.ts'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

export type PoolOptions = {
  /** At most this many connections. */
  max?: number
  /** Told of connections that break while nobody uses them; the pool replaces them by itself. */
  log?: Log
  name?: string
}

/** Queries of one role. A broken connection is replaced at the next query; `db.destroy()` closes the pool. */
export function makeDb(url: string, options: PoolOptions = {}): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: makePool(url, options) }) })
}

/** Civil days stay 'YYYY-MM-DD' (a Date would be an instant); bigint and numeric, our counts and averages, are numbers. */
export function makePool(url: string, { max = 4, log, name = 'lapor' }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: name,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // While the pool is closed, the server may stop before every connection has said goodbye.
  const lost = (error: Error) => pool.ending || log?.warn({ err: error }, 'a database connection was lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)
