import { sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Actor, Role } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { makeRandom } from '../../../seeds/believable/random.ts'
import { can } from '../can.ts'
import { secrecyFacts } from '../facts.ts'
import type { Resource } from '../question.ts'
import { offices, peopleToJudge, reportsToJudge, somebodyMoves, today, units } from './judged-country.ts'

type Judged = Extract<Resource, 'case' | 'casework' | 'name' | 'attachment' | 'office_notes' | 'accused'>
type Shown = Record<Judged, Set<string>>

/** A country of reports and people, drawn at random, in which the two can be asked. */
export async function judgedCountry(db: TestDatabase, seed: number) {
  const random = makeRandom(seed)
  const people = await peopleToJudge(db)
  const ids = await reportsToJudge(db, random)
  return { db, random, accounts: people.map(({ accountId }) => accountId), ids }
}

type JudgedCountry = Awaited<ReturnType<typeof judgedCountry>>

/**
 * Draws actors at random, asks the code and the database about every report and every part of it, and moves people about in
 * between.
 * @returns how many triples (actor, resource, report) were judged, how many allowed, and each on which the two differ
 */
export async function judge(country: JudgedCountry, triples: number) {
  const { db, random, accounts, ids } = country
  const differences: string[] = []
  let [judged, allowed] = [0, 0]
  while (judged < triples) {
    const rows = await db.owner.selectFrom('casework.report').selectAll().where('id', 'in', ids).execute()
    const has = await parts(db.owner, ids)
    for (let round = 0; round < 30; round++) {
      const actor = await anActor(country)
      const shown = await as(db.web, actor, (tx) => parts(tx, ids))
      for (const row of rows) {
        const facts = secrecyFacts(row)
        for (const resource of Object.keys(shown) as Judged[]) {
          if (!has[resource].has(row.id)) continue
          // An officer's notes are those of the own unit: a finer rule, kept by the database alone.
          if (resource === 'office_notes' && actor.role === 'officer') continue
          const inCode = judgedInCode(actor, resource, facts)
          const inDatabase = shown[resource].has(row.id)
          if (inCode !== inDatabase) differences.push(JSON.stringify({ actor, resource, inCode, inDatabase, row }))
          judged++
          if (inCode) allowed++
        }
      }
    }
    await somebodyMoves(db, random, accounts)
  }
  return { judged, allowed, differences }
}

/** A picture beyond its public copy is casework; the web role has the copy from elsewhere. */
function judgedInCode(actor: Actor, resource: Judged, facts: ReturnType<typeof secrecyFacts>): boolean {
  return can(actor, 'see', resource === 'attachment' ? 'casework' : resource, facts, today)
}

type Asking = Parameters<Parameters<typeof as>[2]>[0] | TestDatabase['owner']

async function parts(db: Asking, ids: string[]): Promise<Shown> {
  const of = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    new Set((await query.execute(db)).rows.map(({ id }) => id))
  return {
    case: await of(sql`select id from casework.report where id = any (${ids})`),
    casework: await of(sql`
      select report_id as id from casework.content where report_id = any (${ids}) and report_id in (
        select report_id from casework.event where audience <> 'office')`),
    name: await of(
      sql`select report_id as id from casework.content where reporter_name is not null and report_id = any (${ids})`,
    ),
    attachment: await of(sql`select report_id as id from casework.attachment where report_id = any (${ids})`),
    office_notes: await of(
      sql`select distinct report_id as id from casework.event where report_id = any (${ids}) and audience = 'office'`,
    ),
    accused: await of(sql`select distinct report_id as id from casework.accused where report_id = any (${ids})`),
  }
}

const roles: readonly Role[] = ['citizen', 'verifier', 'coordinator', 'officer', 'supervisor', 'operator']

/** Somebody as they stand now, or a combination that nobody should be; or the reporter of one of the reports. */
async function anActor({ db, random, accounts, ids }: JudgedCountry): Promise<Actor> {
  const kind = random.whole(4)
  if (kind === 0)
    return { role: 'reporter', reportId: random.pick(ids), accountId: random.pick([undefined, ...accounts]) }
  if (kind === 1) {
    const agencyId = random.pick([undefined, ...offices, ...units])
    return { role: random.pick(roles), agencyId, accountId: random.pick([undefined, ...accounts]) }
  }
  const { id, role, agency_id } = await db.owner
    .selectFrom('identity.account')
    .select(['id', 'role', 'agency_id'])
    .where('id', '=', random.pick(accounts))
    .executeTakeFirstOrThrow()
  return { role: role as Role, accountId: id, agencyId: agency_id ?? undefined }
}
