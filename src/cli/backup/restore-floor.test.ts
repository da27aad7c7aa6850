import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { loadDirectory } from '../../agencies/directory.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { loadRules } from '../../report/rules.ts'
import { lowerSecrecy, raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { floorTasks, noteFloor, readFloors } from '../../secrecy/floor-journal.ts'
import { keysForWeb, readKeys } from '../../secrecy/installation-keys.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { marta } from '../../testing/cast.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const [source, target] = [await testDatabase(), await testDatabase()]
const folder = mkdtempSync('/tmp/lapor-floor-')
const [from, to] = [join(folder, 'from'), join(folder, 'to')]
const quiet = () => {}

afterAll(() => rmSync(folder, { recursive: true }))

/** The worker's jobs that wait in the outbox because a floor changed. */
async function noteWhatWaits() {
  const { rows } = await sql<{ report_id: string }>`
    delete from casework.outbox where topic = 'floor' returning report_id`.execute(source.owner)
  for (const { report_id } of rows) {
    const { floor } = floorTasks({ db: source.worker, dataDir: from })
    await floor({ reportId: report_id }, { lastTry: false, signal: new AbortController().signal })
  }
}

test('what was hidden after the backup is hidden when it is restored, what was shown again is not', async () => {
  const keys = readKeys(keysForWeb({ dataDir: from }), { dataDir: from })
  const [hidden, shown, open] = [
    await aReport(source, { stage: 'forwarded', keys }),
    await aReport(source, { stage: 'forwarded', keys }),
    await aReport(source, { stage: 'forwarded', keys }),
  ]
  const setting = {
    rules: await loadRules(source.publicDb, keys.keeper),
    directory: await loadDirectory(source.publicDb),
    now: aWednesday,
  }
  await backUp({ ownerUrl: source.urls.owner, dataDir: from }, join(folder, 'backup'), aWednesday, quiet)
  const raise = ({ id }: Made) =>
    as(source.web, marta(id), (tx) => raiseSecrecy(tx, marta(id), id, { confidential: true }, setting))
  await raise(hidden)
  await raise(shown)
  await noteWhatWaits()
  await as(source.web, marta(shown.id), (tx) =>
    lowerSecrecy(tx, marta(shown.id), shown.id, { confidential: false, confirmed: true }, setting),
  )
  await noteWhatWaits()

  mkdirSync(to)
  cpSync(join(from, 'keys'), join(to, 'keys'), { recursive: true })
  const installation = { ownerUrl: target.urls.owner, passwordOf: () => 'for-tests-only', now: aWednesday, dataDir: to }
  await restore(installation, join(folder, 'backup'), quiet)

  const copies = await target.owner.selectFrom('publication.report').select('tracking_id').execute()
  expect(copies.map((copy) => copy.tracking_id).sort()).toEqual([shown.trackingId, open.trackingId].sort())
  const row = await target.owner
    .selectFrom('casework.report')
    .select('confidential')
    .where('id', '=', hidden.id)
    .executeTakeFirst()
  expect(row?.confidential).toBe(true)
})

test('a line that was cut off loses no other', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const dataDir = join(folder, 'cut')
  noteFloor(dataDir, { id, anonymous: true, confidential: false })
  noteFloor(dataDir, { id, anonymous: true, confidential: true })
  expect(readFloors(dataDir)).toEqual([{ id, anonymous: true, confidential: true }])
})
