import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { judge, judgedCountry } from './testing/judges.ts'

const db = await testDatabase()
const country = await judgedCountry(db, 1708)

test('the policy in the code and the one in the database agree, on those a report accuses as well', async () => {
  const { judged, allowed, differences } = await judge(country, 12_000)
  expect(differences).toEqual([])
  expect(judged).toBeGreaterThanOrEqual(12_000)
  // Neither judge simply says no to everything.
  expect(allowed / judged).toBeGreaterThan(0.1)
})
