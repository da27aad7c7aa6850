import pg from 'pg'
import { databaseOf } from './connections.ts'
import { Explained } from './explained.ts'
import { ensureLogins } from './logins.ts'
import { migrationFiles, type Migration } from './migration-files.ts'
import { migrateQueue } from './queue.ts'

const migratorsLock = 1_709

export type MigrateOptions = {
  ownerUrl: string
  passwordOf: (login: string) => string
  now: Date
  folder?: string
  /** Stop after this number, to fill the tables of an older backup; the rest is for the next run. */
  upTo?: number
  /** Told the name of every migration that is applied now. */
  onApplied?: (name: string) => void
}

/**
 * Brings the database to the newest shape, and its logins and the job queue with it. Two processes may do it at once: the
 * second waits and finds nothing to do.
 * @returns how many migrations were applied now
 * @throws Explained when an applied migration was edited, or the database is newer than this code
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const { ownerUrl, passwordOf, now, folder, upTo = Number.POSITIVE_INFINITY, onApplied } = options
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migratorsLock])
    const missing = await notYetApplied(
      client,
      migrationFiles(folder).filter(({ number }) => number <= upTo),
    )
    for (const migration of missing) {
      await apply(client, migration, now)
      onApplied?.(migration.name)
    }
    await migrateQueue(ownerUrl, client)
    await ensureLogins(client, databaseOf(ownerUrl), passwordOf)
    return missing.length
  } finally {
    await client.end()
  }
}

async function notYetApplied(client: pg.Client, files: Migration[]): Promise<Migration[]> {
  await client.query(`
    set client_min_messages = warning;
    create schema if not exists platform;
    create table if not exists platform.migration (
      number int primary key, name text not null, checksum text not null, applied_at timestamptz not null);
    create table if not exists platform.seed (kind text primary key, planted_at timestamptz not null)`)
  const { rows: applied } = await client.query<Migration>(
    'select number, name, checksum from platform.migration order by 1',
  )
  for (const { number, name, checksum } of applied) {
    const file = files.find((migration) => migration.number === number)
    if (!file)
      throw new Explained(`The database has migration ${number} (${name}), which this LAPOR! does not know. Update it.`)
    if (file.checksum !== checksum)
      throw new Explained(
        `Migration ${number} (${file.name}) was edited after it was applied. Write a new one instead.`,
      )
  }
  return files.filter((file) => !applied.some((row) => row.number === file.number))
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration, now: Date) {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into platform.migration values ($1, $2, $3, $4)', [number, name, checksum, now])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Explained(`Migration ${number} (${name}) failed: ${(error as Error).message}${lineOf(error, sql)}`)
  }
}

function lineOf(error: unknown, sql: string): string {
  const { position } = error as { position?: string }
  return position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : ''
}
