import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeRandom } from '../../seeds/believable/random.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor, Role } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { type Ask, askOpening, decideOpening, lookThrough } from './break-glass.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { readLedger } from './ledger.ts'
import type { Opening } from './opening.ts'
import type { SecrecyFacts } from './question.ts'
import { somebodyMoves, today } from './testing/judged-country.ts'
import { judgedCountry } from './testing/judges.ts'

const db = await testDatabase()
const country = await judgedCountry(db, 1708)
const random = makeRandom(35)
const rounds = Number(process.env.TWO_JUDGES_RUNS ?? 120)
/** Few enough that openings gather on them. */
const ids = country.ids.filter((_, index) => index % 9 === 1)
const minuteMs = 60_000

const facts = async (id: string) => {
  const row = await db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const granted = await db.owner
    .selectFrom('casework.opening')
    .select(['asked_by', 'what', 'ends_at'])
    .where('report_id', '=', id)
    .where('ends_at', 'is not', null)
    .execute()
  const openings = granted.flatMap(({ asked_by, what, ends_at }): Opening[] =>
    ends_at ? [{ accountId: asked_by, what: what as Opening['what'], until: ends_at }] : [],
  )
  return secrecyFacts(row, openings)
}

/** Somebody as they stand now. */
async function someone(accountId = random.pick(country.accounts)): Promise<Actor> {
  const { role, agency_id } = await db.owner
    .selectFrom('identity.account')
    .select(['role', 'agency_id'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return { role: role as Role, accountId, agencyId: agency_id ?? undefined }
}

/** Three times in four one of those who may ask at all. */
async function mostlyAnOpener(): Promise<Actor> {
  if (random.chance(1 / 4)) return someone()
  const openers = await db.owner
    .selectFrom('identity.account')
    .select('id')
    .where('role', 'in', ['verifier', 'supervisor'])
    .where('id', 'in', country.accounts)
    .execute()
  return someone(random.pick(openers).id)
}

/** Both say the same on who may ask and who may decide; what comes of it is there for the next rounds. */
async function askAndDecide(id: string, now: Date) {
  const [asker, decider] = [await mostlyAnOpener(), await mostlyAnOpener()]
  const ask: Ask = {
    what: random.pick(['text', 'identity'] as const),
    ground: 'law',
    reason: 'Perintah pengadilan negeri.',
  }
  const known = await facts(id)
  const asked = await as(db.web, asker, (tx) => askOpening(tx, testKeeper, id, ask, now)).catch(notFound)
  const nothing = ask.what === 'identity' && known.withoutIdentity
  expect(asked !== undefined, 'ask').toBe(!nothing && can(asker, 'ask_to_open', 'identity', known, now))
  if (!asked) return
  const decision = random.chance(4 / 5) ? 'approved' : 'refused'
  const decided = await as(db.web, decider, (tx) => decideOpening(tx, id, asked, decision, now)).catch(notFound)
  expect(decided !== undefined, 'decide').toBe(can(decider, 'approve_opening', 'identity', known, now))
}

const mine = (reportId: string): Actor => ({ role: 'reporter', reportId })
const another = (id: string) => ids.find((one) => one !== id) ?? ''

/** Its lines are the reporter's to read, and colleagues' who may ask and decide (decision 9): nobody else's. */
async function bothOnTheLedger(id: string | undefined, actors: readonly Actor[], known: SecrecyFacts, at: Date) {
  if (!id) return
  for (const actor of actors) {
    const lines = await as(db.web, actor, (tx) => readLedger(tx, testKeeper, id))
    const inCode = can(actor, 'see', 'ledger', known, at) || can(actor, 'ask_to_open', 'identity', known, at)
    expect(lines.length > 0, JSON.stringify({ actor, known })).toBe(inCode)
  }
}

function notFound(error: unknown): undefined {
  if (!(error instanceof ReportNotFound)) throw error
}

test('the code and the database agree on what is open for whom, while it is granted, runs out and people move', async () => {
  let seenThrough = 0
  for (let round = 0; round < rounds; round++) {
    const now = new Date(today.getTime() + round * minuteMs)
    const id = random.pick(ids)
    if (random.chance(9 / 10)) await askAndDecide(id, now)
    if (random.chance(1 / 20)) await somebodyMoves(db, random, country.accounts)
    for (const at of [now, new Date(now.getTime() + 14 * minuteMs), new Date(now.getTime() + 15 * minuteMs)]) {
      const openers = await db.owner
        .selectFrom('casework.opening')
        .select('asked_by')
        .where('report_id', '=', id)
        .execute()
      const actor =
        random.chance(1 / 2) && openers.length > 0 ? await someone(random.pick(openers).asked_by) : await someone()
      const known = await facts(id)
      const seen = await as(db.web, actor, async (tx) => {
        const look = await lookThrough(tx, id, 'text', 'page', at)
        const { rows } = await sql`select from casework.content where report_id = ${id}`.execute(tx)
        return { words: rows.length > 0, looked: look !== undefined }
      })
      const message = JSON.stringify({ actor, at, known })
      expect(seen.words, message).toBe(can(actor, 'see', 'casework', known, at))
      const identity = await as(db.web, actor, (tx) => lookThrough(tx, id, 'identity', 'identity', at))
      expect(identity !== undefined, message).toBe(can(actor, 'see', 'contact', known, at))
      expect(identity !== undefined, message).toBe(can(actor, 'see', 'identity', known, at))
      await bothOnTheLedger(openers.length > 0 ? id : undefined, [actor, mine(id), mine(another(id))], known, at)
      if (seen.looked) seenThrough++
    }
  }
  expect(seenThrough).toBeGreaterThan(rounds / 10)
}, 120_000)
