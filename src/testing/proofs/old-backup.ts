import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { backUp } from '../../cli/backup/back-up.ts'
import { type KeyPair, open } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { isSealed, type Keeper } from '../../report/keeper.ts'
import { aWednesday } from '../test-deps.ts'

type Keys = KeyPair & { keeper: Keeper }
type Row = { table: string; values: string[]; ids: string[] }

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A real backup of this database, taken now: each row of every table there is, whatever it is called. */
export async function takeBackup(db: TestDatabase): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapor-thief-'))
  const folder = join(dataDir, 'backup')
  await backUp({ ownerUrl: db.urls.owner, dataDir }, folder, aWednesday, () => {})
  return readdirSync(join(folder, 'tables')).flatMap((file) => {
    const lines = gunzipSync(readFileSync(join(folder, 'tables', file)))
      .toString()
      .split('\n')
      .filter(Boolean)
    const table = file.replace('.jsonl.gz', '')
    return lines.map((line) => ({ table, values: [...stringsIn(JSON.parse(line))], ids: line.match(anyId) ?? [] }))
  })
}

/**
 * All that whoever holds a backup and these keys can read in it: what is readable, what opens with the worker's key or the key of
 * anything that its row names, box within box.
 */
export function readable(backup: readonly Row[], keys: Keys): { table: string; text: string }[] {
  return backup.flatMap(({ table, values, ids }) =>
    values.flatMap((value) => opened(value, ids, keys)).map((text) => ({ table, text })),
  )
}

/** In which tables any of this can be read. */
export function tablesThatTell(backup: readonly Row[], keys: Keys, what: RegExp): string[] {
  return [...new Set(readable(backup, keys).flatMap(({ table, text }) => (what.test(text) ? table : [])))].sort()
}

function opened(value: string, ids: readonly string[], keys: Keys): string[] {
  const inside = value.startsWith('\\x') ? forWorker(Buffer.from(value.slice(2), 'hex'), keys) : undefined
  if (inside !== undefined) return [inside, ...opened(inside, ids, keys)]
  if (!isSealed(value)) return [value]
  const [kept = ''] = value.split(' ')
  return [...new Set([...ids, ...(value.match(anyId) ?? [])])].flatMap((id) => underKey(keys.keeper, id, kept))
}

function forWorker(box: Uint8Array, keys: Keys): string | undefined {
  try {
    return open(keys, box)
  } catch {
    return undefined
  }
}

function underKey(keeper: Keeper, id: string, kept: string): string[] {
  try {
    return [keeper.open(id, kept)]
  } catch {
    return []
  }
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value) for (const inner of Object.values(value)) yield* stringsIn(inner)
}
