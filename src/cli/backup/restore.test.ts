import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { secret } from '../../platform/secrets.ts'
import type { Db } from '../../platform/db.ts'
import { refuseHalfRestored } from '../../platform/restoring.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { findings } from '../doctor/findings.ts'
import { aReport } from '../../testing/a-report.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const [source, target] = [await testDatabase(), await testDatabase()]
const folder = mkdtempSync('/tmp/lapor-backup-')
const [from, to, backup] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup')]
const now = new Date('2026-01-14T03:00:00Z')
const quiet = () => {}

afterAll(() => rmSync(folder, { recursive: true }))

const reinstall = { ownerUrl: target.urls.owner, passwordOf: () => 'for-tests-only', now, dataDir: to }

test('a backup brings every row back as it was, and its histories hold', async () => {
  secret(from, 'report')
  await aReport(source, { stage: 'answered' })
  await backUp({ ownerUrl: source.urls.owner, dataDir: from }, backup, now, quiet)
  cpSync(join(from, 'keys'), join(to, 'keys'), { recursive: true })

  await restore(reinstall, backup, quiet)

  for (const table of [
    'casework.report',
    'casework.content',
    'casework.event',
    'publication.report',
    'publication.area',
  ])
    expect(await rowsOf(target.owner, table)).toEqual(await rowsOf(source.owner, table))
  expect(await rowsOf(target.owner, 'casework.event')).not.toEqual([])
  const histories = (await findings(target.urls, { dataDir: to }, new Date())).find(({ name }) => name === 'histories')
  expect(histories).toMatchObject({ good: true })
})

test('a backup is not restored over what is there', async () => {
  await expect(restore(reinstall, backup, quiet)).rejects.toThrow('not empty')
  expect(() => refuseHalfRestored(to)).not.toThrow()
})

test('a backup is not restored with other keys, which could open none of its boxes', async () => {
  writeFileSync(join(to, 'keys', 'report'), 'ab'.repeat(32))
  await expect(restore(reinstall, backup, quiet)).rejects.toThrow('other keys (report)')
})

test('a restore that is cut short is served to nobody', async () => {
  const [later, place] = [await testDatabase(), join(folder, 'later')]
  cpSync(join(from, 'keys'), join(place, 'keys'), { recursive: true })
  mkdirSync(join(backup, 'uploads'))
  writeFileSync(join(place, 'uploads'), 'in the way of a folder')
  const there = { ...reinstall, ownerUrl: later.urls.owner, dataDir: place }
  await expect(restore(there, backup, quiet)).rejects.toThrow('uploads')
  expect(() => refuseHalfRestored(place)).toThrow('cut short')
})

test('the keys are not in the backup', () => {
  const key = secret(from, 'report').toString('hex')
  expect(readFileSync(join(backup, 'manifest.json'), 'utf8')).not.toContain(key)
})

async function rowsOf(db: Db, table: string) {
  const { rows } = await sql<{
    row: string
  }>`select row_to_json(t)::text as row from ${sql.table(table)} t order by 1`.execute(db)
  return rows
}
