import pg from 'pg'
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
