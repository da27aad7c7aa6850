import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { mergeReport } from '../verification/merge-report.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const setting = { rules, directory, now: new Date('2026-01-15T03:00:00Z') }

const merge = (child: string, parent: string) =>
  as(db.web, dedi, (tx) => mergeReport(tx, dedi, child, { into: parent }, setting))
const linkOf = (id: string) =>
  db.publicDb.selectFrom('publication.report').select('merged_into').where('report_id', '=', id).executeTakeFirst()

test('a merged report names its parent as soon as the parent is published', async () => {
  const [parent, first, second] = [
    await aReport(db),
    await aReport(db, { stage: 'forwarded' }),
    await aReport(db, { stage: 'forwarded' }),
  ]
  await merge(first.id, parent.id)
  await merge(second.id, parent.id)
  expect(await linkOf(first.id)).toEqual({ merged_into: null })
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, parent.id, { agencyId: 'kota-kupang' }, setting))
  expect(await linkOf(first.id)).toEqual({ merged_into: parent.trackingId })
  expect(await linkOf(second.id)).toEqual({ merged_into: parent.trackingId })
})

test('a parent that is no longer public is no longer named', async () => {
  const [parent, child] = [await aReport(db, { stage: 'in_progress' }), await aReport(db, { stage: 'forwarded' })]
  await merge(child.id, parent.id)
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx.updateTable('casework.report').set({ confidential: true }).where('id', '=', parent.id).execute()
    await sql`set local session_replication_role = origin`.execute(tx)
    await sql`select casework.publish(${parent.id})`.execute(tx)
  })
  expect(await linkOf(parent.id)).toBeUndefined()
  expect(await linkOf(child.id)).toEqual({ merged_into: null })
})
