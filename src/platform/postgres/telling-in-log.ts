import pg from 'pg'
import type { Connections } from '../connections.ts'
import { logSettings, tellingSettings } from './statement-log.ts'

/** Settings by which the server of any of our doors, a replica included, may log what people wrote: `name = value`, each once. */
export async function tellingInLog(connections: Connections): Promise<string[]> {
  const found = await Promise.all(Object.values(connections).map(ofSession))
  return [...new Set(found.flat())]
}

async function ofSession(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; value: string }>(
      'select name, current_setting(name) as value from unnest($1::text[]) name',
      [logSettings],
    )
    return tellingSettings(rows)
  } finally {
    await client.end()
  }
}
