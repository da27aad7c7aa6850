import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { inDatabase, processRoles, type Connections } from '../connections.ts'
import { makeDb, type Db } from '../db.ts'

export type TestDatabase = {
  /** Owns the tables; row-level security does not bind it. For arranging and looking, not for what is tested. */
  owner: Db
  web: Db
  worker: Db
  publicDb: Db
  urls: Connections
  close(): Promise<void>
}

/**
 * A database of this test file's own, copied from the template: migrated, with the reference rows, without reports.
 * Call it at the top of a file or in `beforeAll`; it is dropped by itself when the file is done.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('template')
  const server = inDatabase(template.owner, 'postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await once(server, `create database ${name} template lapor`)
  const urls = Object.fromEntries(
    Object.entries(template).map(([role, url]) => [role, inDatabase(url, name)]),
  ) as Connections
  const [web, worker, publicDb] = processRoles.map((role) => makeDb(urls[role])) as [Db, Db, Db]
  const owner = makeDb(urls.owner)
  let closed: Promise<void> | undefined
  const end = async () => {
    await Promise.all([owner, web, worker, publicDb].map((db) => db.destroy()))
    // A vacuum may be at work in it, which is not ours to end; the whole server goes when the run is over.
    await once(server, `drop database if exists ${name} with (force)`).catch(() => {})
  }
  const close = () => (closed ??= end())
  afterAll(close)
  return { owner, web, worker, publicDb, urls, close }
}

async function once(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
