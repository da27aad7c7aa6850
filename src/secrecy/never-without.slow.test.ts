import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import {
  appoint,
  type Name,
  nameAll,
  type OwnerTx,
  reportsInEveryStage,
  sendAway,
  type Someone,
  staffedCountry,
  whoFinds,
  whoHears,
  whoHas,
} from './testing/staffed-country.ts'

const db = await testDatabase()
const people = await staffedCountry(db)
const everybody = Object.values(people)
const { dedi, rina, wahyu, tiara, agus, yuli } = people
const called = { dedi, rina, tiara, agus }
for (const [display_name, { accountId }] of Object.entries(called))
  await db.owner.updateTable('identity.account').set({ display_name }).where('id', '=', accountId).execute()
const reports = await reportsInEveryStage(db)
const now = new Date('2026-02-02T03:00:00Z')
const runs = Number(process.env.NEVER_WITHOUT_RUNS ?? 150)

/** Whatever happens in it is taken back. */
async function inVain<Found>(work: (tx: OwnerTx) => Promise<Found>): Promise<Found> {
  const undone = new Error(`undone ${randomUUID()}`)
  let found: Found | undefined
  await db.owner
    .transaction()
    .execute(async (tx) => {
      found = await work(tx)
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
    })
  return found as Found
}

const desk: Name = { kind: 'unit', unit_id: 'kemenpanrb' }
const headOfDesk: Name = { kind: 'head', unit_id: 'kemenpanrb' }
const names: Name[] = [
  desk,
  headOfDesk,
  { kind: 'unit', unit_id: 'ombudsman' },
  { kind: 'head', unit_id: 'ombudsman' },
  { kind: 'unit', unit_id: 'ksp' },
  { kind: 'unit', unit_id: 'kota-kupang' },
  { kind: 'unit', unit_id: 'kota-kupang-dinkes' },
  { kind: 'head', unit_id: 'kota-kupang' },
  { kind: 'person', account_id: dedi.accountId },
  { kind: 'person', account_id: rina.accountId },
  { kind: 'person', account_id: tiara.accountId },
  { kind: 'person', account_id: wahyu.accountId },
  { kind: 'outside' },
  {},
]

const aCase = fc.record({
  report: fc.constantFrom(...reports),
  named: fc.subarray(names, { minLength: 1, maxLength: 6 }),
  /** Words of a name that is not settled: whoever is called so gives way while somebody is left. */
  words: fc.subarray(Object.keys(called)),
  away: fc.subarray([dedi, rina, wahyu, tiara, agus, yuli]),
  head: fc.constantFrom(undefined, dedi, wahyu, yuli),
  /** Of which office, whatever their own is; and whether they come to it after it is named. */
  heads: fc.constantFrom('kemenpanrb', 'kota-kupang-dinkes'),
  isLate: fc.boolean(),
  /** Whether they go before it is named, while it is, or come back afterwards. */
  when: fc.constantFrom('before', 'after', 'and back'),
})

/** Those who could have it by the law: whoever is there, is not among the accused, and whose office and head are not. */
function mayHaveIt(named: readonly Name[], there: readonly Someone[], accused: readonly string[]) {
  const isNamed = (kind: Name['kind'], unit?: string) => named.some((one) => one.kind === kind && one.unit_id === unit)
  return there.filter(({ accountId, agencyId, role }) => {
    if (accused.includes(accountId)) return false
    if (role === 'verifier') return !isNamed('unit', 'kemenpanrb')
    return ['ombudsman', 'ksp'].some(
      (office) => office === agencyId && !isNamed('unit', office) && !isNamed('head', office),
    )
  })
}

test('whatever a report accuses, in whatever stage, and whoever leaves: somebody who may sign in has it, on a list and in a letter, by both judges', {
  timeout: 60_000 + runs * 200,
}, async () => {
  const wrong: unknown[] = []
  let [somebody, standingIn] = [0, 0]
  await fc.assert(
    fc.asyncProperty(aCase, async ({ report, named: settled, words, away, head, heads, isLate, when }) => {
      const found = (named: readonly Name[]) =>
        inVain(async (tx) => {
          if (head && !isLate) await appoint(tx, heads, head, now)
          if (when === 'before') await sendAway(tx, away)
          await nameAll(tx, report, named)
          if (head && isLate) await appoint(tx, heads, head, now)
          if (when !== 'before') await sendAway(tx, away)
          if (when === 'and back') await sendAway(tx, away, false)
          const found = await whoHas(tx, everybody, report, now)
          const finds = await whoFinds(tx, found.has, report, now)
          return { ...found, finds, hears: await whoHears(tx, found.has, report, now) }
        })
      const named = words.length > 0 ? [...settled, { words }] : settled
      const { row, has, differ, finds, hears } = await found(named)
      const there = everybody.filter((one) => one.role !== 'supervisor' && (when === 'and back' || !away.includes(one)))
      const handlers = has.filter((one) => there.includes(one))
      // Names alone take it from nobody's hands: without the words, too, nobody would have it.
      const others = words.length === 0 || when === 'after' ? has : (await found([...settled, {}])).has
      if (handlers.length === 0 && others.some((one) => there.includes(one)))
        wrong.push({ stage: row.stage, named, words, away: away.map(nameOf), head: head && nameOf(head), when })
      const isAtRest = (row.stage === 'archived' || row.stage === 'closed') && when !== 'before'
      const accused = named.flatMap(({ account_id }) => account_id ?? [])
      const accusesNobody = named.every(({ kind }) => kind === 'outside')
      const lost =
        !accusesNobody &&
        mayHaveIt(named, there, row.accused_accounts ?? []).length > 0 &&
        handlers.length === 0 &&
        !isAtRest
      // Sight by number is not enough: what lives lies on somebody's list, and somebody hears what its reporter says.
      const lives = row.stage !== 'archived' && row.stage !== 'closed'
      const reaches = (some: Someone[]) => some.some((one) => there.includes(one))
      const isForgotten = lives && handlers.length > 0 && !(reaches(finds) && reaches(hears))
      const headsAccused = head && row.accused_offices?.includes(heads) && has.includes(head)
      if (
        lost ||
        isForgotten ||
        headsAccused ||
        differ.length > 0 ||
        has.some(({ accountId }) => accused.includes(accountId))
      )
        wrong.push({
          stage: row.stage,
          named,
          away: away.map(nameOf),
          head: head && [nameOf(head), heads, isLate],
          when,
          has: has.map(nameOf),
          finds: finds.map(nameOf),
          hears: hears.map(nameOf),
          differ: differ.map(nameOf),
        })
      if (handlers.length > 0) somebody++
      if (row.accused_desk && handlers.includes(tiara)) standingIn++
    }),
    { numRuns: runs, seed: Number(process.env.NEVER_WITHOUT_SEED ?? 1708) },
  )
  expect(wrong).toEqual([])
  // It is asked of reports that somebody could have, and of some that the Ombudsman must.
  expect([somebody / runs > 0.5, standingIn > 5]).toEqual([true, true])
})

function nameOf(someone: Someone) {
  return Object.entries(people).find(([, one]) => one === someone)?.[0]
}
