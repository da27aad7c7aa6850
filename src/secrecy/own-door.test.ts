import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'

const db = await testDatabase()
const now = new Date('2026-01-20T02:30:00Z')
const luwu = await anAccount(db, 'coordinator', 'kab-luwu')

/** Both judges, who must be of one mind. */
async function knows(actor: Actor, id: string): Promise<boolean> {
  const row = await db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const inCode = can(actor, 'see', 'case', secrecyFacts(row), now)
  const inDatabase = await as(db.web, actor, (tx) =>
    tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
  )
  expect(inDatabase !== undefined).toBe(inCode)
  return inCode
}

test.each([{}, { confidential: true }])(
  'the office that a reporter named has it until another has had it, and not again when that one gives it back: %j',
  async (switches) => {
    const named = { ...switches, ownDoor: 'kab-luwu' }
    expect(await knows(luwu, (await aReport(db, named)).id)).toBe(true)
    expect(await knows(luwu, (await aReport(db, { ...named, stage: 'in_progress' })).id)).toBe(false)
    expect(await knows(luwu, (await aReport(db, { ...named, stage: 'received', published: true })).id)).toBe(false)
  },
)
