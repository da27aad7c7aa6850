import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()

test('a report is as old for the national desk as for its office, counted in the office’s zone', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', at: new Date('2026-01-14T03:00:00Z') })
  // 23:30 in Jakarta on the 23rd is 00:30 in Kupang on the 24th.
  const now = () => new Date('2026-01-23T16:30:00Z')
  for (const actor of [dedi, coordinatorOf()]) {
    const page = await deskOf(db, actor, now).page(`/kelola/laporan/${trackingId}`)
    expect(page).toContain('(10 hari lalu)')
    expect(page).not.toContain('9 hari lalu')
  }
})
