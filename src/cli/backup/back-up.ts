import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Explained } from '../../platform/explained.ts'
import { treePrints } from '../../secrecy/keys/check-keys.ts'
import { type KeyPlace, keyStore } from '../../secrecy/keys/key-store.ts'
import { tablesOf, writeTable } from './table-files.ts'

/** Everything but what can be made anew: the migrations make the tables, the queue its own version. */
export const backedUpSchemas = ['casework', 'identity', 'publication', 'platform', 'graphile_worker'] as const
export const notBackedUp = ['platform.migration', 'graphile_worker.migrations']

export type Manifest = {
  format: 1
  takenAt: string
  migrations: { number: number; checksum: string }[]
  rows: Record<string, number>
  sequences: Record<string, number>
  keys: Record<string, string>
}

/**
 * Writes tables (one consistent moment, beside a running server) and uploads into a new folder, which appears when it is
 * complete. The keys are not in it: who finds a backup must not be able to read sealed identities.
 * @throws Explained when the folder exists
 */
export async function backUp(
  source: KeyPlace & { ownerUrl: string },
  folder: string,
  now: Date,
  onTable: (name: string, rows: number) => void,
): Promise<Manifest> {
  if (existsSync(folder)) throw new Explained(`${folder} exists already. Give the backup a new folder.`)
  const aside = `${folder}.unfinished`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(join(aside, 'tables'), { recursive: true, mode: 0o700 })
  const tables = await writeTables(source.ownerUrl, join(aside, 'tables'), onTable)
  const uploads = join(source.dataDir, 'uploads')
  if (existsSync(uploads)) cpSync(uploads, join(aside, 'uploads'), { recursive: true, preserveTimestamps: true })
  const manifest: Manifest = { format: 1, takenAt: now.toISOString(), ...tables, keys: keyPrints(source) }
  writeFileSync(join(aside, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  renameSync(aside, folder)
  return manifest
}

/** Tells two secrets apart without telling either. The database's own key is left out: a new database has a new one. */
export function keyPrints(place: KeyPlace): Record<string, string> {
  const store = keyStore(place)
  const names = store
    .names()
    .filter((name) => name !== 'database' && (!name.includes('.') || /^(seal|audit)\.\d+$/.test(name)))
  const print = (name: string) =>
    createHash('sha256')
      .update('lapor key\0')
      .update(store.read(name) ?? '')
  const secrets = names.sort().map((name) => [name, print(name).digest('hex').slice(0, 16)])
  const trees = [...treePrints(place)].map(([name, bytes]) => [name, bytes.toString('hex').slice(0, 16)])
  return Object.fromEntries([...secrets, ...trees])
}

async function writeTables(ownerUrl: string, folder: string, onTable: (name: string, rows: number) => void) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    await client.query('begin isolation level repeatable read, read only')
    const rows: Record<string, number> = {}
    for (const table of await tablesOf(client, backedUpSchemas)) {
      if (notBackedUp.includes(table.name)) continue
      rows[table.name] = await writeTable(client, table, join(folder, `${table.name}.jsonl.gz`))
      onTable(table.name, rows[table.name] as number)
    }
    const migrations = await client.query('select number, checksum from platform.migration order by 1')
    const sequences = await client.query<{ name: string; last: string }>(
      `select format('%I.%I', schemaname, sequencename) as name, last_value as last from pg_sequences
        where last_value is not null and schemaname = any ($1)`,
      [backedUpSchemas],
    )
    const lasts = Object.fromEntries(sequences.rows.map(({ name, last }) => [name, Number(last)]))
    return { migrations: migrations.rows, rows, sequences: lasts }
  } finally {
    await client.end()
  }
}
