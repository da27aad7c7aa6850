import pg from 'pg'
import { insertLimit } from '../src/bench/limits.ts'
import { load } from '../src/bench/load.ts'
import { makePool } from '../src/platform/db.ts'
import { readConfig } from '../src/platform/config.ts'
import { openInstallation } from '../src/platform/installation.ts'

/** Rows of the product's own database, as its owner sees them, whether it runs or not. */
export async function askDatabase(dataDir: string, query: string): Promise<Record<string, unknown>[]> {
  const installation = await openInstallation(readConfig({ LAPOR_DATA_DIR: dataDir }))
  const client = new pg.Client({ connectionString: installation.connections.owner })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
    await installation.release()
  }
}

/** What nothing that commits each thing by itself could pass: one INSERT and its commit over 16 connections, a second. */
export async function insertsPerSecond(dataDir: string): Promise<number> {
  const installation = await openInstallation(readConfig({ LAPOR_DATA_DIR: dataDir }))
  const owner = makePool(installation.connections.owner, { max: 16 })
  try {
    return (await load(await insertLimit(owner), 16, 5)).perSecond
  } finally {
    await owner.end()
    await installation.release()
  }
}
