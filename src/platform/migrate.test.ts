import { cpSync, appendFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { root } from './root.ts'
import { testDatabase } from './testing/test-database.ts'

const t = await testDatabase()
const now = new Date('2026-01-14T03:00:00Z')
const empty = await testDatabase()
const passwordOf = () => 'for-tests-only'

test('two processes that migrate at once both find the database complete', async () => {
  await sql`drop schema casework, identity, publication, platform, graphile_worker cascade`.execute(empty.owner)
  const options = { ownerUrl: empty.urls.owner, passwordOf, now }
  const applied = await Promise.all([migrate(options), migrate(options)])
  expect(applied).toContain(0)
  expect(Math.max(...applied)).toBeGreaterThan(5)
})

test('a migration that was edited after it was applied is refused', async () => {
  const folder = mkdtempSync('/tmp/lapor-migrations-')
  cpSync(join(root, 'migrations'), folder, { recursive: true })
  appendFileSync(join(folder, '0001-rooms-and-keys.sql'), '\n-- another thought\n')
  await expect(migrate({ ownerUrl: empty.urls.owner, passwordOf, now, folder })).rejects.toThrow('was edited')
})

test('the public site can read nothing but what is published', async () => {
  await sql`select from publication.report`.execute(t.publicDb)
  for (const table of ['casework.report', 'identity.account', 'platform.migration', 'graphile_worker._private_jobs'])
    await expect(sql`select from ${sql.table(table)}`.execute(t.publicDb)).rejects.toThrow('permission denied')
})

test('the worker may add jobs and take them, the web process may not', async () => {
  await sql`select graphile_worker.add_job('nothing')`.execute(t.worker)
  const { rows } = await sql`select from graphile_worker._private_jobs`.execute(t.worker)
  expect(rows).toHaveLength(1)
  await expect(sql`select graphile_worker.add_job('nothing')`.execute(t.web)).rejects.toThrow('permission denied')
})
