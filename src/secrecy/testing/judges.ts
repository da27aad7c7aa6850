import { sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Actor, Role } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { type Move, moves } from '../../report/lifecycle.ts'
import { makeRandom, type Random } from '../../../seeds/believable/random.ts'
import { can } from '../can.ts'
import { secrecyFacts } from '../facts.ts'
import type { Action, Resource, SecrecyFacts } from '../question.ts'
import { aboutTheAccused } from './judge-accused.ts'
import { offices, peopleToJudge, reportsToJudge, somebodyMoves, today, units } from './judged-country.ts'

/** What somebody is shown, by report; notes by report and number, moves by report and name. */
type Shown = Record<
  'case' | 'casework' | 'name' | 'attachment' | 'accused' | 'copy' | 'contact' | 'notes' | 'moves',
  Set<string>
>

/** A country of reports and people, drawn at random, in which the two can be asked. */
export async function judgedCountry(db: TestDatabase, seed: number) {
  const random = makeRandom(seed)
  const people = await peopleToJudge(db)
  const ids = await reportsToJudge(db, random)
  return { db, random, accounts: people.map(({ accountId }) => accountId), ids }
}

type JudgedCountry = Awaited<ReturnType<typeof judgedCountry>>

/**
 * Draws actors at random, each role among the first, asks the code and the database about every report, every part of it and a move, and moves people about
 * in between.
 * @returns how many triples (actor, action on a resource, report) were judged, how many allowed, and each on which the two differ
 */
export async function judge(country: JudgedCountry, triples: number) {
  const { db, random, accounts, ids } = country
  const differences: string[] = []
  let [judged, allowed] = [0, 0]
  while (judged < triples) {
    const rows = await db.owner.selectFrom('casework.report').selectAll().where('id', 'in', ids).execute()
    const has = await parts(db.owner, ids)
    const notes = await notesOf(db.owner, ids)
    for (let round = 0; round < 30; round++) {
      const actor = round < roles.length ? aCombination(country, roles[round] as Role) : await anActor(country)
      const shown = await as(db.web, actor, (tx) => parts(tx, ids))
      const all = rows.flatMap((row) => questions(row, notes, has, shown, random))
      for (const { action, resource, facts, inDatabase } of [
        ...all,
        ...(await aboutTheAccused(country, actor, rows)),
      ]) {
        const inCode = can(actor, action, resource, facts, today)
        if (inCode !== inDatabase)
          differences.push(JSON.stringify({ actor, action, resource, facts, inCode, inDatabase }))
        judged++
        if (inCode) allowed++
      }
    }
    await somebodyMoves(db, random, accounts)
  }
  return { judged, allowed, differences }
}

export type Question = { action: Action; resource: Resource; facts: SecrecyFacts; inDatabase: boolean }
type Row = Parameters<typeof secrecyFacts>[0]
type Note = { report_id: string; seq: number; offices: string[] }

/**
 * Every question on a report that the database can answer by what it shows, and one move. What only openings show, and the ledger, is asked
 * about in two-judges-openings.slow.test.ts; what one judge alone knows stands in docs/decisions/0001-three-schemas-three-roles.md.
 */
function questions(row: Row, notes: readonly Note[], has: Shown, shown: Shown, random: Random): Question[] {
  const { id } = row
  const facts = secrecyFacts(row)
  const isPublic = shown.copy.has(id)
  const see = (resource: Resource, inDatabase: boolean, of = facts): Question => ({
    action: 'see',
    resource,
    facts: of,
    inDatabase,
  })
  const move = random.pick(Object.keys(moves) as Move[])
  return [
    see('case', shown.case.has(id)),
    see('message', shown.case.has(id)),
    see('public_copy', isPublic),
    see('existence', isPublic || shown.case.has(id)),
    ...(has.casework.has(id)
      ? [
          see('casework', shown.casework.has(id)),
          see('text', (isPublic && row.stage !== 'withdrawn') || shown.casework.has(id)),
        ]
      : []),
    ...(has.name.has(id) ? [see('name', shown.name.has(id))] : []),
    // A picture beyond its public copy is casework; the web role has the copy from elsewhere.
    ...(has.attachment.has(id) ? [see('casework', shown.attachment.has(id))] : []),
    ...(has.accused.has(id) ? [see('accused', shown.accused.has(id))] : []),
    ...notes
      .filter(({ report_id }) => report_id === id)
      .map(({ seq, offices }) =>
        see('office_notes', shown.notes.has(`${id} ${seq}`), { ...facts, noteOffices: offices }),
      ),
    { action: 'see_masked', resource: 'contact', facts, inDatabase: shown.contact.has(id) },
    { action: move, resource: 'case', facts, inDatabase: shown.moves.has(`${id} ${move}`) },
  ]
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
    accused: await of(sql`select distinct report_id as id from casework.accused where report_id = any (${ids})`),
    copy: await of(sql`select report_id as id from publication.report where report_id = any (${ids})`),
    contact: await of(sql`
      select id from unnest(${ids}::uuid[]) id where exists (select from identity.contact_kinds(id))`),
    notes: await of(sql`
      select report_id || ' ' || seq as id from casework.event where report_id = any (${ids}) and audience = 'office'`),
    moves: await of(sql`
      select r.id || ' ' || m.move as id from casework.report r join casework.move m
        on m.from_stage = r.stage and m.by_role = casework.actor_role() where r.id = any (${ids})`),
  }
}

/** Internal notes, each with the office that wrote it and the unit that it went to. */
async function notesOf(owner: TestDatabase['owner'], ids: string[]): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select report_id, seq, array_remove(array[agency_id, data ->> 'unit'], null) as offices
    from casework.event where report_id = any (${ids}) and audience = 'office'`.execute(owner)
  return rows
}

const roles: readonly Role[] = ['citizen', 'verifier', 'coordinator', 'officer', 'supervisor', 'operator']

/** Any office and account with this role, also such as nobody should have. */
function aCombination({ random, accounts }: Pick<JudgedCountry, 'random' | 'accounts'>, role: Role): Actor {
  const agencyId = random.pick([undefined, ...offices, ...units])
  return { role, agencyId, accountId: random.pick([undefined, ...accounts]) }
}

/** Somebody as they stand now, or a combination that nobody should be; or the reporter of one of the reports. */
async function anActor({ db, random, accounts, ids }: JudgedCountry): Promise<Actor> {
  const kind = random.whole(4)
  if (kind === 0)
    return { role: 'reporter', reportId: random.pick(ids), accountId: random.pick([undefined, ...accounts]) }
  if (kind === 1) return aCombination({ random, accounts }, random.pick(roles))
  const { id, role, agency_id } = await db.owner
    .selectFrom('identity.account')
    .select(['id', 'role', 'agency_id'])
    .where('id', '=', random.pick(accounts))
    .executeTakeFirstOrThrow()
  return { role: role as Role, accountId: id, agencyId: agency_id ?? undefined }
}
