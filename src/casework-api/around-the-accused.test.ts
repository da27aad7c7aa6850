import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { testDeps } from '../testing/test-deps.ts'
import { apiAs } from './testing/api-as.ts'

const db = await testDatabase()
const deps = testDeps(db)
const dedi = apiAs(db, { actor: await anAccount(db, 'verifier', 'kemenpanrb') }, deps)
const yuli = apiAs(db, { actor: await anAccount(db, 'coordinator', 'kota-kupang') }, deps)

const where = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['stage', 'agency_id', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('forwarded by a call to the office that it accuses, a report goes to that office’s inspectorate', async () => {
  const { id, trackingId } = await aReport(db, { accused: ['kab-luwu'] })
  const told = await dedi.post(`/reports/${trackingId}/verification`, { agencySlug: 'kab-luwu' })
  expect(told).toMatchObject({ status: 200, json: { status: { code: 'forwarded' } } })
  expect(await where(id)).toEqual({ stage: 'forwarded', agency_id: 'kab-luwu', unit_id: 'kab-luwu-inspektorat' })
})

test('assigned by a call to the unit that it accuses, a report stays with the office above', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'forwarded', accused: ['kota-kupang-dinkes'] })
  const told = await yuli.post(`/reports/${trackingId}/assignment`, { unitSlug: 'kota-kupang-dinkes' })
  expect(told.status).toBe(200)
  expect(await where(id)).toMatchObject({ agency_id: 'kota-kupang', unit_id: null })
})
