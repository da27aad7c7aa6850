import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { backedUpSchemas, keyPrints, notBackedUp, type Manifest } from './back-up.ts'
import { Explained } from '../../platform/explained.ts'
import { beginRestore } from '../../platform/restoring.ts'
import { migrate, type MigrateOptions } from '../../platform/migrate.ts'
import { migrationFiles } from '../../platform/migration-files.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'
import { forgetAgain } from './forget-again.ts'
import { type LetIn, letNobodyIn } from './let-nobody-in.ts'
import { type Raised, raiseFloors } from './raise-floors.ts'
import { readTable, tablesOf } from './table-files.ts'

/**
 * Fills an empty installation from a backup's folder: the tables as they were then, in one transaction, then whatever
 * migrations came since, then the uploads; what was hidden, and who was locked out, since then is so again.
 * @returns what the backup says of itself, how many reports were raised, and whom nothing lets in again
 * @throws Explained when the installation is not empty, its keys are others, or the backup is of another product's shape
 */
export async function restore(
  target: Omit<MigrateOptions, 'upTo'> & KeyPlace,
  folder: string,
  onTable: (name: string, rows: number) => void,
): Promise<Manifest & { raised: Raised; letIn: LetIn }> {
  const manifest = readManifest(folder)
  refuseOtherKeys(manifest, target)
  refuseOtherMigrations(manifest)
  await migrate({ ...target, upTo: manifest.migrations.at(-1)?.number ?? 0 })
  const client = new pg.Client({ connectionString: target.ownerUrl })
  let finished = () => {}
  await client.connect()
  try {
    await refuseFilled(client)
    await client.query(`set timezone = 'UTC'; begin`)
    await fill(client, manifest, join(folder, 'tables'), onTable)
    finished = beginRestore(target.dataDir)
    await client.query('commit')
  } finally {
    await client.end()
  }
  const uploads = join(folder, 'uploads')
  if (existsSync(uploads))
    cpSync(uploads, join(target.dataDir, 'uploads'), { recursive: true, preserveTimestamps: true })
  await migrate(target)
  const letIn = await letNobodyIn(target, new Date(manifest.takenAt))
  const raised = await raiseFloors(target)
  await forgetAgain(target)
  finished()
  return { ...manifest, raised, letIn }
}

/** Without triggers and foreign keys, which would judge half a table; the keys judge all of it when they come back. */
async function fill(
  client: pg.Client,
  manifest: Manifest,
  folder: string,
  onTable: (name: string, rows: number) => void,
) {
  const tables = (await tablesOf(client, backedUpSchemas)).filter(({ name }) => !notBackedUp.includes(name))
  const { rows: references } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = any ($1::regnamespace[])`,
    [backedUpSchemas],
  )
  for (const { owner, name } of references) await client.query(`alter table ${owner} drop constraint ${name}`)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  for (const table of tables) {
    const file = join(folder, `${table.name}.jsonl.gz`)
    const rows = existsSync(file) ? await readTable(client, table, file) : 0
    if (rows !== (manifest.rows[table.name] ?? 0))
      throw new Explained(`The backup's ${table.name} is damaged: ${rows} rows.`)
    onTable(table.name, rows)
  }
  for (const [name, last] of Object.entries(manifest.sequences))
    await client.query('select setval($1, $2)', [name, last])
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  for (const { owner, name, definition } of references)
    await client.query(`alter table ${owner} add constraint ${name} ${definition}`)
}

function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Explained(`${folder} holds no complete backup (there is no manifest.json).`)
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

function refuseOtherKeys(manifest: Manifest, place: KeyPlace) {
  const here = keyPrints(place)
  const other = Object.keys(manifest.keys).filter((name) => here[name] !== manifest.keys[name])
  if (other.length === 0) return
  throw new Explained(
    `The backup was made with other keys (${other.join(', ')}). Copy that installation's keys folder to ${join(place.dataDir, 'keys')} first.`,
  )
}

function refuseOtherMigrations({ migrations }: Manifest) {
  const files = migrationFiles()
  const fits = migrations.every(({ checksum }, index) => files[index]?.checksum === checksum)
  if (!fits)
    throw new Explained('The backup is of a newer LAPOR!, or of one with other migrations. Update this one first.')
}

async function refuseFilled(client: pg.Client) {
  const { rows } = await client.query<{ filled: boolean }>(
    'select exists (select from casework.report) or exists (select from platform.seed) as filled',
  )
  if (rows[0]?.filled)
    throw new Explained('This installation is not empty. Restore into a new LAPOR_DATA_DIR or database.')
}
