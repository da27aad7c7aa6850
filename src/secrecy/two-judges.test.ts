import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { stages } from '../report/lifecycle.ts'
import { aReport } from '../testing/a-report.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { nobodyAccused } from './accused.ts'
import { can, type SecrecyFacts } from './can.ts'

const db = await testDatabase()
const offices = ['kota-kupang', 'kota-surabaya', 'dki-jakarta', 'bpjs-kesehatan'] as const
const units = ['kota-kupang-dinkes', 'kota-kupang-pupr'] as const

/** Every stage, open and hidden, at Kota Kupang or at its own door. */
async function aCountry(): Promise<string[]> {
  const ids: string[] = []
  for (const stage of stages) {
    for (const confidential of [false, true]) {
      for (const anonymous of [false, true]) {
        const into = stage === 'merged' ? await aReport(db, { stage: 'forwarded', confidential }) : undefined
        ids.push(
          (
            await aReport(db, {
              stage,
              confidential,
              anonymous,
              into: into?.id,
              ownDoor: anonymous ? 'kota-kupang' : undefined,
            })
          ).id,
        )
      }
    }
  }
  return ids
}

async function facts(id: string): Promise<SecrecyFacts> {
  const row = await db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return {
    id,
    stage: row.stage,
    anonymous: row.anonymous,
    confidential: row.confidential,
    withoutIdentity: row.without_identity,
    agencyId: row.agency_id,
    unitId: row.unit_id,
    ownDoorId: row.own_door_id,
    returnedBy: row.returned_by,
    publishedAt: row.published_at,
    showsName: row.shown_name !== null,
    accused: nobodyAccused,
    openings: [],
  }
}

const country = await aCountry()
const reports = await Promise.all(country.map(facts))

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant<Actor>({ role: 'verifier' }),
  fc.constant<Actor>({ role: 'supervisor' }),
  fc.constant<Actor>({ role: 'operator' }),
  fc.constant<Actor>({ role: 'citizen' }),
  fc.constantFrom(...offices).map((agencyId): Actor => ({ role: 'coordinator', agencyId })),
  fc.constantFrom(...units).map((agencyId): Actor => ({ role: 'officer', agencyId })),
  fc.constantFrom(...country).map((reportId): Actor => ({ role: 'reporter', reportId })),
)

test('the policy in the code and the one in the database agree on who knows of a report and who reads it', async () => {
  await fc.assert(
    fc.asyncProperty(anActor, fc.constantFrom(...reports), async (actor, report) => {
      const seen = await as(db.web, actor, async (tx) => ({
        row: await tx.selectFrom('casework.report').select('id').where('id', '=', report.id).executeTakeFirst(),
        words: await tx
          .selectFrom('casework.content')
          .select('text')
          .where('report_id', '=', report.id)
          .executeTakeFirst(),
        events: await tx.selectFrom('casework.event').select('seq').where('report_id', '=', report.id).execute(),
      }))
      expect(seen.row !== undefined, 'row').toBe(can(actor, 'see', 'case', report, aWednesday))
      expect(seen.words !== undefined, 'words').toBe(can(actor, 'see', 'casework', report, aWednesday))
      expect(seen.events.length > 0, 'events').toBe(seen.words !== undefined)
    }),
    { numRuns: Number(process.env.TWO_JUDGES_RUNS ?? 400) },
  )
})
