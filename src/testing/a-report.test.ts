import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { stages } from '../report/lifecycle.ts'
import { aReport } from './a-report.ts'

const db = await testDatabase()

test.each(stages)('a report comes to stage %s by the moves of the table', async (stage) => {
  const parent = await aReport(db, { stage: 'forwarded' })
  const made = await aReport(db, { stage, into: parent.id })
  const row = await db.owner
    .selectFrom('casework.report')
    .select(['stage', 'published_at'])
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select('stage')
    .where('tracking_id', '=', made.trackingId)
    .executeTakeFirst()
  expect(row.stage).toBe(stage)
  expect(copy?.stage).toBe(['received', 'archived'].includes(stage) ? undefined : stage)
})

test('a published report may come back to the desk, and a confidential one is never public', async () => {
  const back = await aReport(db, { stage: 'received', published: true })
  const secret = await aReport(db, { stage: 'answered', confidential: true })
  const copies = await db.publicDb.selectFrom('publication.report').select(['tracking_id', 'stage']).execute()
  expect(copies.find((copy) => copy.tracking_id === back.trackingId)?.stage).toBe('received')
  expect(copies.find((copy) => copy.tracking_id === secret.trackingId)).toBeUndefined()
})
