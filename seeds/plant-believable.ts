import { randomBytes } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type pg from 'pg'
import type { Db } from '../src/platform/db.ts'
import { loadDirectory } from '../src/agencies/directory.ts'
import type { Keeper } from '../src/report/keeper.ts'
import { loadRules } from '../src/report/rules.ts'
import { makeTrackingId } from '../src/report/tracking-id.ts'
import { believableReports } from './believable.ts'
import { openPlanter, plantBatch, type Rows } from './planting/plant-batch.ts'
import { rowsOf } from './planting/rows.ts'

const batchSize = 1_000
const breatheEvery = 50
/** What each lane tidies up in the end. One lane more than a small machine has cores: one always waits for words. */
const tables = ['publication.report', 'casework.event', 'casework.report, casework.content']

export type PlantBelievable = {
  /** Owns the tables and may set triggers aside (`grant set on parameter session_replication_role`). */
  owner: Db
  ownerUrl: string
  now: Date
  /** Seals what must not be readable; those of the installation. */
  keeper: Keeper
  onProgress?: (planted: number) => void
  /** The same seed tells the same reports. */
  seed?: number
}

/**
 * Plants `count` believable reports for measurements, some thousand a second: while the lanes store a batch each, the next
 * one is told. A server that runs beside it goes on working.
 * @returns how many were planted
 */
export async function plantBelievable(count: number, options: PlantBelievable): Promise<number> {
  const { owner, ownerUrl, now, keeper, onProgress, seed = 1 } = options
  const [rules, directory, untaken] = await Promise.all([
    loadRules(owner, keeper),
    loadDirectory(owner),
    untakenIds(owner),
  ])
  const free: pg.Client[] = await Promise.all(tables.map(() => openPlanter(ownerUrl)))
  const all = [...free]
  const running = new Set<Promise<void>>()
  let planted = 0
  const plant = async (client: pg.Client, batch: Rows[]) => {
    await plantBatch(client, batch)
    free.push(client)
    planted += batch.length
    onProgress?.(planted)
  }
  try {
    let batch: Rows[] = []
    for (const report of believableReports(count, seed, now)) {
      batch.push(rowsOf(report, { rules, directory, now, untaken }))
      if (batch.length % breatheEvery === 0) await breathe()
      if (batch.length < batchSize && report.index < count - 1) continue
      while (free.length === 0) await Promise.race(running)
      const planting: Promise<void> = plant(free.pop() as pg.Client, batch).finally(() => running.delete(planting))
      running.add(planting)
      planting.catch(() => {})
      batch = []
    }
    await Promise.all(running)
    await Promise.all(all.map((client, lane) => client.query(`vacuum (analyze) ${tables[lane]}`)))
  } finally {
    await Promise.all(all.map((client) => client.end()))
  }
  return planted
}

/** Draws tracking IDs that no report has, those of earlier plantings included. */
async function untakenIds(owner: Db): Promise<() => string> {
  const rows = await owner.selectFrom('casework.report').select('tracking_id').execute()
  const taken = new Set(rows.map((row) => row.tracking_id))
  const random = drawnTogether(16 * 1024)
  return () => {
    let id = makeTrackingId(random)
    while (taken.has(id)) id = makeTrackingId(random)
    taken.add(id)
    return id
  }
}

/** Random bytes out of a large draw: a draw of its own costs a report more than its ID does. */
function drawnTogether(size: number) {
  let bytes = randomBytes(size)
  let used = 0
  return (count: number) => {
    if (used + count > size) {
      bytes = randomBytes(size)
      used = 0
    }
    used += count
    return bytes.subarray(used - count, used)
  }
}
