import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { type Audience, audiences, type Switches, whoSees } from './who-sees.ts'

const db = await testDatabase()
const choices: Switches[] = Array.from({ length: 16 }, (_, bits) => ({
  anonymous: Boolean(bits & 1),
  confidential: Boolean(bits & 2),
  withoutIdentity: Boolean(bits & 4),
  showName: Boolean(bits & 8),
}))

let people: Record<Audience, Actor>

beforeAll(async () => {
  const accused = await anAccount(db, 'officer', 'kota-kupang-pupr')
  await sql`select identity.appoint_head('kota-kupang-pupr', ${accused.accountId}, false, '2026-01-01')`.execute(
    db.owner,
  )
  people = {
    public: { role: 'citizen' },
    office: await anAccount(db, 'officer', 'kota-kupang-dinkes'),
    named_office: await anAccount(db, 'coordinator', 'kab-luwu'),
    other_offices: await anAccount(db, 'officer', 'kota-kupang-dukcapil'),
    // The head who is accused is also put where the report is handled: it helps nothing.
    accused: { ...accused, agencyId: 'kota-kupang-dinkes' },
    desk: await anAccount(db, 'verifier', 'kemenpanrb'),
    supervisors: await anAccount(db, 'supervisor', 'ombudsman'),
    operator: await anAccount(db, 'operator'),
  }
})

/** What this person finds in the database itself, through their own connection: the public copy and the casework. */
async function found(actor: Actor, id: string) {
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select(['text', 'shown_name'])
    .where('report_id', '=', id)
    .executeTakeFirst()
  const mine = await as(db.web, actor, async (tx) => ({
    row: await tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
    words: await tx.selectFrom('casework.content').selectAll().where('report_id', '=', id).executeTakeFirst(),
  }))
  return {
    existence: copy !== undefined || mine.row !== undefined,
    text: Boolean(copy?.text) || mine.words !== undefined,
    name: Boolean(copy?.shown_name) || Boolean(mine.words?.reporter_name),
  }
}

test.each(choices)('what the filing page promises is what the database gives: %j', async (switches) => {
  const wanted = { ...switches, accused: ['Kepala PUPR Kota Kupang'], ownDoor: 'kab-luwu' }
  const before = await aReport(db, { ...wanted, stage: 'received', published: false })
  const after = await aReport(db, { ...wanted, stage: 'in_progress', unit: 'kota-kupang-dinkes' })
  const returned = await aReport(db, { ...wanted, stage: 'received', published: true })
  const said = whoSees(switches)
  for (const audience of audiences) {
    const [early, late, again] = await Promise.all(
      [before, after, returned].map(({ id }) => found(people[audience], id)),
    )
    for (const what of ['existence', 'text', 'name'] as const) {
      const sight = said[audience][what]
      const promise = `${audience} ${what} ${sight}`
      expect(late?.[what], promise).toBe(sight === 'always')
      if (sight === 'always') continue
      expect(early?.[what], `${promise}, before`).toBe(sight === 'at_desk' || sight === 'before')
      expect(again?.[what], `${promise}, given back`).toBe(sight === 'at_desk')
    }
    expect(said[audience].contact).toBe('never')
  }
})

test('nobody who signs in reads who filed a report: that table is the worker’s', async () => {
  for (const actor of Object.values(people)) {
    const reads = as(db.web, actor, (tx) => tx.selectFrom('identity.filing').selectAll().execute())
    await expect(reads).rejects.toThrow(/permission denied/)
  }
})
