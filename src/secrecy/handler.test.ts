import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { accusedSet, type Country, isAttended, nearestHandler, type Named, type Office } from './testing/handler.ts'

const db = await testDatabase()
const runs = Number(process.env.HANDLER_RUNS ?? 60)
const around = ['kemenpanrb', 'ombudsman', 'ksp']

/** Every tree of up to three local offices, one of which may be an inspectorate, beside desk, Ombudsman and KSP. */
function everyTree(): Office[][] {
  const national = around.map((id) => ({ id, parentId: null, isInspectorate: false, isDesk: id === 'kemenpanrb' }))
  const parents = [null, 'a'] as const
  const trees: Office[][] = []
  for (const ofB of parents)
    for (const ofC of [...parents, 'b'])
      for (const inspectorate of [null, 'b', 'c'])
        trees.push([
          ...national,
          ...(['a', 'b', 'c'] as const).map((id) => ({
            id,
            parentId: id === 'a' ? null : id === 'b' ? ofB : ofC,
            isInspectorate: id === inspectorate,
            isDesk: false,
          })),
        ])
  return trees
}

function subsets<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])
}

test('whoever is accused, there is an office that may handle the report, and it is none of theirs', () => {
  let seen = 0
  const wrong: unknown[] = []
  for (const offices of everyTree()) {
    const ids = offices.map(({ id }) => id)
    const heads = ids.map((officeId) => ({ officeId, accountId: `head of ${officeId}` }))
    for (const units of subsets(ids))
      for (const posts of subsets(['a', 'c', 'kemenpanrb', 'ombudsman']))
        for (const origin of ['a', 'b', 'c', 'kemenpanrb']) {
          const named: Named = { units, heads: posts, persons: [], unresolved: seen % 3 === 0 }
          // Where nobody is at work, from nowhere to nearly everywhere.
          const away = heads.filter((_, at) => (seen >> 2) & (1 << at)).map(({ accountId }) => accountId)
          const country: Country = { offices, heads, staff: heads, away }
          const handler = nearestHandler(country, named, origin)
          const mayHave =
            handler === 'ksp' || !(accusedSet(country, named).offices.includes(handler) || posts.includes(handler))
          const accused = accusedSet(country, named)
          const isThere = (office: string) =>
            isAttended(country, accused, office) && !posts.includes(office) && !accused.offices.includes(office)
          const isLeft = !isThere(handler) && around.some((office) => isThere(office))
          if (!ids.includes(handler) || !mayHave || isLeft) wrong.push([named, origin, handler, away])
          seen++
        }
  }
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(70_000)
})

test('what nobody is accused of stays where it is', () => {
  for (const offices of everyTree()) {
    const nobody: Named = { units: [], heads: [], persons: [], unresolved: false }
    expect(nearestHandler({ offices, heads: [], staff: [] }, nobody, 'c')).toBe('c')
  }
})

const local = [
  'kota-kupang',
  'kota-kupang-dinkes',
  'kota-kupang-inspektorat',
  'kota-kupang-puskesmas-oebobo',
  'kota-kupang-pupr',
  'kemenpanrb-inspektorat',
  ...around,
]

test('the database finds the same handler and the same accused as the pure chain', {
  timeout: 60_000 + runs * 300,
}, async () => {
  const people = [await anAccount(db, 'verifier', 'kemenpanrb'), await anAccount(db, 'verifier', 'kemenpanrb')]
  for (const office of local)
    for (let n = 0; n < 2; n++) {
      const role = around.includes(office) || office === 'kota-kupang' ? 'coordinator' : 'officer'
      people.push(await anAccount(db, role, office))
    }
  const rows = await db.owner.selectFrom('publication.agency').selectAll().where('active', '=', true).execute()
  const offices = rows
    .filter(({ id }) => local.includes(id))
    .map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      isInspectorate: row.is_inspectorate,
      isDesk: row.is_desk,
    }))
  const staff = people.map(({ accountId, agencyId, role }) => ({
    accountId,
    officeId: agencyId ?? '',
    verifies: role === 'verifier',
  }))
  const some = (most: number) => fc.subarray(local, { maxLength: most })
  const aCase = fc.record({
    units: some(3),
    heads: some(2),
    persons: fc.subarray(people, { maxLength: 4 }),
    unresolved: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    origin: fc.constantFrom('kota-kupang-puskesmas-oebobo', 'kota-kupang-pupr', 'kota-kupang'),
    away: fc.subarray(people, { maxLength: 6 }),
    posts: fc.array(fc.record({ officeId: fc.constantFrom(...local), who: fc.constantFrom(...people) }), {
      maxLength: 3,
    }),
  })
  const made = await aReport(db, { stage: 'in_progress' })
  await fc.assert(
    fc.asyncProperty(aCase, async ({ units, heads, persons, unresolved, origin, posts, away }) => {
      const named: Named = { units, heads, persons: persons.map(({ accountId }) => accountId), unresolved }
      const posted = [...new Map(posts.map((post) => [`${post.officeId} ${post.who.accountId}`, post])).values()]
      const country: Country = {
        offices: offices.filter(({ id }) => !id.includes('sikumana')),
        heads: posted.map(({ officeId, who }) => ({ officeId, accountId: who.accountId })),
        staff,
        away: away.map(({ accountId }) => accountId),
      }
      const found = await inDatabase(made.id, named, posted, origin, country.away)
      const expected = accusedSet(country, named)
      // The database knows of offices below that this small country leaves out; of ours it says the same.
      expect(found.offices.filter((id) => local.includes(id)).sort()).toEqual(expected.offices)
      expect(found.accounts.sort()).toEqual(expected.accounts)
      expect(found.handler).toBe(nearestHandler(country, named, origin))
    }),
    { numRuns: runs },
  )
})

type Post = { officeId: string; who: { accountId: string } }
type Found = { offices: string[]; accounts: string[]; handler: string }

/** Names them all in a transaction that is taken back. */
async function inDatabase(
  reportId: string,
  named: Named,
  posts: Post[],
  origin: string,
  away: readonly string[] = [],
): Promise<Found> {
  const undone = new Error(`undone ${randomUUID()}`)
  let found: Found | undefined
  await db.owner
    .transaction()
    .execute(async (tx) => {
      if (away.length > 0)
        await tx.updateTable('identity.account').set({ disabled_at: new Date() }).where('id', 'in', away).execute()
      for (const { officeId, who } of posts)
        await sql`insert into identity.holder (unit_id, account_id, since) values (${officeId}, ${who.accountId}, '2026-01-01')`.execute(
          tx,
        )
      const rows = [
        ...named.units.map((unit_id) => ({ kind: 'unit', unit_id })),
        ...named.heads.map((unit_id) => ({ kind: 'head', unit_id })),
        ...named.persons.map((account_id) => ({ kind: 'person', account_id })),
        ...(named.unresolved ? [{}] : []),
      ]
      for (const [n, row] of rows.entries())
        await tx
          .insertInto('casework.accused')
          .values({ report_id: reportId, position: n + 1, named: 'seseorang', ...row })
          .execute()
      const answer = await sql<Found>`
        select coalesce(r.accused_offices, '{}') as offices, coalesce(r.accused_accounts, '{}') as accounts,
          casework.handler_of(r, ${origin}) as handler
        from casework.report r where r.id = ${reportId}`.execute(tx)
      found = answer.rows[0]
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
    })
  if (!found) throw new Error('nothing was found')
  return found
}
