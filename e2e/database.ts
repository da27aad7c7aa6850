import type pg from 'pg'
import { insertLimit } from '../src/bench/limits.ts'
import { load } from '../src/bench/load.ts'
import { makePool } from '../src/platform/db.ts'
import { readConfig } from '../src/platform/config.ts'
import { openInstallation } from '../src/platform/installation.ts'

/** Rows of the product's own database, as its owner sees them, whether it runs or not. */
export function askDatabase(dataDir: string, query: string): Promise<Record<string, unknown>[]> {
  return asOwner(dataDir, 1, async (owner) => (await owner.query<Record<string, unknown>>(query)).rows)
}

const connections = 16

/** What nothing that commits each thing by itself could pass: one INSERT and its commit over 16 connections, a second. */
export function insertsPerSecond(dataDir: string): Promise<number> {
  return asOwner(
    dataDir,
    connections,
    async (owner) => (await load(await insertLimit(owner), connections, 5)).perSecond,
  )
}

async function asOwner<T>(dataDir: string, max: number, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const installation = await openInstallation(readConfig({ LAPOR_DATA_DIR: dataDir }))
  const owner = makePool(installation.connections.owner, { max })
  try {
    return await work(owner)
  } finally {
    await owner.end()
    await installation.release()
  }
}
