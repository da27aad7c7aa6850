import { mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedReference } from '../../../seeds/reference.ts'
import { connectionsFor, type Connections } from '../connections.ts'
import { makeDb } from '../db.ts'
import { ensureOwnerDatabase } from '../installation.ts'
import { migrate } from '../migrate.ts'
import { holdServer } from '../postgres/server.ts'
import { derivedPassword } from '../secrets.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: Connections
  }
}

/** Speed before durability: this server's data is thrown away with its folder. */
const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '512MB' }

/** One PostgreSQL for a whole run, with a migrated template database that every test file copies. */
export default async function startTestServer(project: TestProject) {
  const dataDir = mkdtempSync('/tmp/lapor-test-')
  const server = await holdServer(dataDir, careless)
  const passwordOf = (login: string) => derivedPassword(dataDir, 'database', login)
  try {
    await ensureOwnerDatabase(server, passwordOf('lapor'))
    const template = connectionsFor(server.url('lapor', 'lapor', passwordOf('lapor')), passwordOf)
    await migrate({ ownerUrl: template.owner, passwordOf, now: new Date() })
    await plantReference(template.owner)
    await withoutVisitors(server.adminUrl('postgres'))
    project.provide('template', template)
  } catch (error) {
    await server.release()
    throw error
  }
  return async () => {
    await server.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Agencies, areas, categories, holidays and policies: every test may count on them. */
async function plantReference(ownerUrl: string) {
  const db = makeDb(ownerUrl)
  await seedReference(db)
  await db.destroy()
}

/** A database can be copied only while nobody, autovacuum included, is connected to it. */
async function withoutVisitors(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('alter database lapor with is_template true allow_connections false')
  await client.end()
}
