import { readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOf, processRoles, type Connections } from '../../platform/connections.ts'
import { migrationFiles } from '../../platform/migration-files.ts'
import { quietly } from '../../platform/postgres/statement-log.ts'
import { tellingInLog } from '../../platform/postgres/telling-in-log.ts'
import { keysFolder } from '../../platform/secrets.ts'
import { readKeyFiles } from '../../secrecy/keys/key-file.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'
import { holdsNoPair, publishedHalf } from '../../secrecy/keys/seal-pair.ts'
import { ask } from './ask.ts'
import { binds, mail } from './outside.ts'
import { pictures } from './pictures.ts'
import { work } from './work.ts'

export type Finding = { name: string; good: boolean; said: string }

const enoughBytes = 1_000_000_000

/** Of some 6,500 destroyed keys, 42 MB: an erasure then takes the worker half a second. */
const mostSeeds = 500_000

/** What an operator would look at, told without content or identity. A check that throws is a bad finding, not an end. */
export async function findings(connections: Connections, place: KeyPlace, now: Date): Promise<Finding[]> {
  const checks: [string, () => Finding['said'] | Promise<Finding['said']>][] = [
    ['database', () => databaseSettings(connections.owner)],
    ['log', () => serverLog(connections)],
    ['migrations', () => migrations(connections.owner)],
    ['doors', () => doors(connections)],
    ['histories', () => histories(connections.owner)],
    ['mail', () => mail(connections.owner, now)],
    ['binds', () => binds(connections.owner)],
    ['work', () => work(connections.owner, now)],
    ['keys', () => keys(place)],
    ['pictures', () => pictures(connections.owner, place)],
    ['disk', () => disk(place.dataDir)],
  ]
  const found: Finding[] = []
  for (const [name, check] of checks)
    try {
      found.push({ name, good: true, said: await check() })
    } catch (error) {
      found.push({ name, good: false, said: (error as Error).message })
    }
  return found
}

async function databaseSettings(ownerUrl: string): Promise<string> {
  const [row] = await ask<{ version: string; fsync: string; checksums: string }>(
    ownerUrl,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums`,
  )
  if (row?.fsync !== 'on') throw new Error('fsync is off: a power cut loses acknowledged reports')
  if (row.checksums !== 'on') throw new Error('data checksums are off: a failing disk would not be noticed')
  return `PostgreSQL ${row.version}, fsync and checksums on`
}

/** The server's log says nothing of what people wrote, whichever of our doors they came through (secrecy.md). */
async function serverLog(connections: Connections): Promise<string> {
  const telling = await tellingInLog(connections)
  if (telling.length > 0)
    throw new Error(
      `the server may log what people wrote (${telling.join(', ')}); as its superuser: ${quietly(databaseOf(connections.owner), telling)}`,
    )
  return 'the server logs no statement, no value and no error of one'
}

async function migrations(ownerUrl: string): Promise<string> {
  const applied = await ask(ownerUrl, 'select number from platform.migration')
  const known = migrationFiles().length
  if (applied.length !== known) throw new Error(`${applied.length} of ${known} applied; run "lapor migrate"`)
  return `all ${known} applied`
}

/** Each role gets in, and the public one reads nothing else. */
async function doors(connections: Connections): Promise<string> {
  for (const role of processRoles) await ask(connections[role], 'select 1 from publication.agency limit 1')
  for (const schema of ['casework', 'identity', 'graphile_worker']) {
    const [row] = await ask<{ open: boolean }>(
      connections.public,
      `select has_schema_privilege('${schema}', 'usage') as open`,
    )
    if (row?.open) throw new Error(`the public site's role may enter ${schema}`)
  }
  const [known] = await ask<{ counts: boolean }>(
    connections.public,
    `select has_table_privilege('pg_stat_all_tables', 'select') as counts`,
  )
  const counts = known?.counts ? '; the server’s statistics tell it how many rows there are (docs/threat-model.md)' : ''
  return `each role has its own, and the public one leads to published reports only${counts}`
}

/** Recomputes every event's hash and its link to the one before: nobody has rewritten what happened. */
async function histories(ownerUrl: string): Promise<string> {
  const [row] = await ask<{ events: string; broken: string }>(
    ownerUrl,
    `select count(*) as events, count(*) filter (where e.hash <> casework.event_hash(e)
        or e.prev_hash is distinct from coalesce(before.hash, '\\x')) as broken
      from casework.event e
        left join casework.event before on before.report_id = e.report_id and before.seq = e.seq - 1`,
  )
  if (row?.broken !== '0') throw new Error(`${row?.broken} of ${row?.events} events were changed after the fact`)
  return `${row.events} events, every chain whole`
}

function keys(place: KeyPlace): string {
  const folder = keysFolder(place.dataDir)
  const names = readdirSync(folder)
  const open = names.filter((name) => statSync(join(folder, name)).mode & 0o077)
  if (open.length > 0) throw new Error(`readable by others: ${open.join(', ')}`)
  const seeds = [...readKeyFiles(place).values()].reduce((sum, { size }) => sum + size, 0)
  if (seeds > mostSeeds)
    throw new Error(
      `${seeds} seeds are left beside keys that were destroyed, each erasure writes them anew; a turn is due: "lapor keys rotate", then "lapor keys forget" each epoch before`,
    )
  const of = holdsNoPair(place) ? onlySeals(place) : 'is there a copy elsewhere?'
  return `${names.length}, readable by their owner only; ${of}`
}

function onlySeals(place: KeyPlace): string {
  if (publishedHalf(place) === undefined)
    throw new Error('seal.public is missing: bring it from the keys folder where the worker runs')
  return 'this host seals and cannot open; the pair is where the worker runs'
}

function disk(dataDir: string): string {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  if (free < enoughBytes) throw new Error(`only ${Math.round(free / 1e6)} MB free`)
  return `${Math.round(free / 1e9)} GB free`
}
