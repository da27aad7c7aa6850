import { mkdtempSync, rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedReference } from '../../../seeds/reference.ts'
import { connectionsFor, type Connections } from '../connections.ts'
import { makeDb } from '../db.ts'
import { ensureOwnerDatabase } from '../installation.ts'
import { migrate } from '../migrate.ts'
import { holdServer, type Server } from '../postgres/server.ts'
import { derivedPassword } from '../secrets.ts'
import { ownTemporaryFolder } from './own-temporary-folder.ts'
import { cachedTemplate, keepIn, takeFrom } from './template-cache.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: Connections
  }
}

/** Speed before durability: this server's data is thrown away with its folder. */
const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '512MB' }

/** One PostgreSQL for a whole run, with a migrated template database that every test file copies. */
export default async function startTestServer(project: TestProject) {
  const takeAway = ownTemporaryFolder()
  const dataDir = mkdtempSync('/tmp/lapor-test-')
  const cache = cachedTemplate()
  if (!takeFrom(cache, dataDir)) {
    await makeTemplate(dataDir)
    keepIn(cache, dataDir)
  }
  const server = await holdServer(dataDir, careless)
  project.provide('template', connectionsOf(server, dataDir))
  return async () => {
    await server.release()
    rmSync(dataDir, { recursive: true, force: true })
    takeAway()
  }
}

async function makeTemplate(dataDir: string) {
  const server = await holdServer(dataDir, careless)
  try {
    const { owner } = connectionsOf(server, dataDir)
    const passwordOf = passwords(dataDir)
    await ensureOwnerDatabase(server, passwordOf('lapor'))
    await migrate({ ownerUrl: owner, passwordOf, now: new Date() })
    await plantReference(owner)
    await withoutVisitors(server.adminUrl('postgres'))
  } finally {
    await server.release()
  }
}

function connectionsOf(server: Server, dataDir: string): Connections {
  const passwordOf = passwords(dataDir)
  return connectionsFor(server.url('lapor', 'lapor', passwordOf('lapor')), passwordOf)
}

const passwords = (dataDir: string) => (login: string) => derivedPassword(dataDir, 'database', login)

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
