import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { judge, judgedCountry } from './testing/judges.ts'

const db = await testDatabase()
const country = await judgedCountry(db, Number(process.env.SEED ?? 4))

test('1,000,000 random triples of actor, resource and report: code and database agree on every one', async () => {
  const { judged, allowed, differences } = await judge(country, 1_000_000)
  console.log(`two judges: ${judged} triples, ${allowed} allowed, ${differences.length} differences`)
  expect(differences).toEqual([])
  expect(judged).toBeGreaterThanOrEqual(1_000_000)
})
