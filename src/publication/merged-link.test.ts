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
import { isLate } from './is-late.ts'
import { publicSite } from './testing/public-site.ts'

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

test('a merged report tells no clock of its own, only whose deadline it has; late before, it is late no more', async () => {
  const now = new Date('2026-02-02T03:00:00Z')
  const [parent, child] = [await aReport(db, { stage: 'in_progress' }), await aReport(db, { stage: 'forwarded' })]
  await as(db.web, dedi, (tx) => mergeReport(tx, dedi, child.id, { into: parent.id }, { ...setting, now }))
  const site = publicSite(db, () => now)
  const page = await site.text(`/laporan/${child.trackingId}`)
  expect(page.replace(/<[^>]+>/g, '')).toMatch(/Digabung dengan\s+\S+; tenggat mengikuti laporan itu\./)
  expect(page).toContain(`href="/laporan/${parent.trackingId}"`)
  expect(page).toContain('Tenggat mengikuti laporan gabungannya')
  expect(page).not.toMatch(/Lewat tenggat|Tidak ada yang ditunggu|Tidak ada tenggat/)
  const seen = await site.json(`/api/v1/reports/${child.trackingId}`)
  expect(seen).toMatchObject({ mergedInto: parent.trackingId, overdue: false, deadlines: [] })
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select(['stage', 'due_at', 'overdue_since'])
    .where('report_id', '=', child.id)
    .executeTakeFirstOrThrow()
  expect(copy).toEqual({ stage: 'merged', due_at: null, overdue_since: null })
  expect(isLate(copy, now)).toBe(false)
  for (const table of ['casework.report', 'publication.report'] as const)
    await expect(
      db.owner.updateTable(table).set({ overdue_since: now }).where('tracking_id', '=', child.trackingId).execute(),
    ).rejects.toThrow('check constraint')
})

test('of a parent that is not public the page says only that there is one', async () => {
  const [parent, child] = [await aReport(db), await aReport(db, { stage: 'forwarded' })]
  await merge(child.id, parent.id)
  const page = await publicSite(db).text(`/laporan/${child.trackingId}`)
  expect(page).toContain('digabung dengan laporan lain yang tidak terbuka; tenggat mengikuti laporan itu')
  expect(page).not.toContain(parent.trackingId)
})
