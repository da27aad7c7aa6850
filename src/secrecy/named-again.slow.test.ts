import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { loadDirectory } from '../agencies/directory.ts'
import { myThread } from '../my-report/my-thread.ts'
import { readMyReport } from '../my-report/read-my-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'
import { askWhoIsMeant } from './named-again.ts'
import { rowOf, whoHears } from './testing/staffed-country.ts'

const db = await testDatabase()
const files = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-01-20T02:30:00Z') }
const dinkes = 'kota-kupang-dinkes'
const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
const sari = await anAccount(db, 'officer', dinkes)
const yuli = await anAccount(db, 'coordinator', 'kota-kupang')

/** Somebody of this name comes on duty there, as `lapor staff add` has it. */
async function comes(name: string, role: 'officer' | 'verifier' = 'officer', agency = dinkes) {
  const someone = await anAccount(db, role, agency)
  await db.owner.transaction().execute(async (tx) => {
    await sql`select identity.rename(${someone.accountId}, ${name})`.execute(tx)
    await askWhoIsMeant(tx, someone.accountId, setting)
  })
  return someone
}

/** Both judges, who must be of one mind. */
async function knows(actor: Actor, id: string): Promise<boolean> {
  const inCode = can(actor, 'see', 'case', secrecyFacts(await rowOf(db.owner, id)), setting.now)
  const row = await as(db.web, actor, (tx) =>
    tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
  )
  expect(inCode).toBe(row !== undefined)
  return inCode
}

const settle = (id: string, settled: Settled) =>
  as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, settled, setting))
async function settledOutside(named: string, wanted: Wanted = {}) {
  const { id } = await aReport(db, { stage: 'in_progress', confidential: true, unit: dinkes, ...wanted })
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, [named], setting))
  await settle(id, { kind: 'outside' })
  return id
}
const threadOf = async (id: string) =>
  myThread(await as(db.web, marta(id), (tx) => readMyReport(tx, files, id)), directory, 'id').map((entry) =>
    'words' in entry ? entry.words : '',
  )

test.each([
  ['Agus Salim Bria', 'Agus Salim Bria'],
  ['Pak Agus Salim Bria, ketua RT 05', 'drs. AGUS SALIM BRIA'],
  ['Bu Kartini', 'Kartini'],
  ['Agus Salim Tobe', 'Agus Salim Tobe, S.Sos'],
  ['Agus Salim Tobe', 'Tobe, Agus Salim'],
  ['Yonas Malelak', 'Drs. Yonas Malelak, M.Si., Ph.D'],
  ['Bu Rosalia', 'Hj. Rosalia S. Tr. Keb'],
  ['Pak Matheos Ully, SH, MM', 'AKP Matheos Ully'],
  ['Ibu Yublina SPd', 'Yublina, S.Gr.Baru'],
])(
  '“%s” was nobody here; when a %s comes on duty the desk is asked again, and they read nothing',
  async (named, name) => {
    const id = await settledOutside(named)
    expect(await knows(sari, id)).toBe(true)
    const newcomer = await comes(name)
    expect(await knows(newcomer, id)).toBe(false)
    expect([await knows(sari, id), await knows(dedi, id)]).toEqual([false, true])
    expect((await rowOf(db.owner, id)).accused_unresolved).toBe(true)
    expect(await threadOf(id)).toContain(
      'Seorang petugas kini bernama seperti yang Anda sebut. Admin nasional menetapkan lagi siapa yang Anda maksud.',
    )
    await settle(id, { kind: 'person', accountId: newcomer.accountId })
    expect([await knows(newcomer, id), await knows(sari, id)]).toEqual([false, true])
  },
)

test('the desk that says again that it is somebody else gives it back, to the namesake as well', async () => {
  const id = await settledOutside('Yohana Tefa')
  const newcomer = await comes('Yohana Tefa')
  await settle(id, { kind: 'outside' })
  expect([await knows(newcomer, id), await knows(sari, id)]).toEqual([true, true])
})

test('somebody with another name changes nothing, though a part of it is the same', async () => {
  const id = await settledOutside('Melki Sabu')
  const before = await rowOf(db.owner, id)
  for (const name of ['Melki', 'Melki, S.Sos', 'Melki Saubaki', 'Sabu', 'Petrus Melki Sabu', 'Melki Sa, SH'])
    await comes(name)
  expect(await rowOf(db.owner, id)).toEqual(before)
})

test('“Pak Gerson” was nobody here; when a Gerson Tobe comes who could have the report the desk is asked, and nobody else is asked about', async () => {
  const elsewhere = 'kab-luwu'
  const id = await settledOutside('Pak Gerson')
  const before = await rowOf(db.owner, id)
  for (const [name, office] of [
    ['Gerson Lay', elsewhere],
    ['Gersonia Lay', dinkes],
  ] as const)
    await comes(name, 'officer', office)
  expect(await rowOf(db.owner, id)).toEqual(before)
  const gerson = await comes('Gerson Tobe')
  expect([await knows(gerson, id), await knows(sari, id), await knows(dedi, id)]).toEqual([false, false, true])
  await settle(id, { kind: 'person', accountId: gerson.accountId })
  expect([await knows(gerson, id), await knows(sari, id)]).toEqual([false, true])
  const atDesk = await settledOutside('Bu Yosefina')
  const yosefina = await comes('Yosephina Lay', 'verifier', 'kemenpanrb')
  expect([await knows(yosefina, atDesk), await knows(dedi, atDesk)]).toEqual([false, true])
})

test('a verifier of that name does not say who is meant', async () => {
  const id = await settledOutside('Ruth Amalo')
  const ruth = await comes('Ruth Amalo', 'verifier', 'kemenpanrb')
  expect([await knows(ruth, id), await knows(dedi, id)]).toEqual([false, true])
})

test('at its own door too, and what was merged is separated; the desk is told, the office is not', async () => {
  const door = await settledOutside('Simon Petrus Lay', { stage: 'received', ownDoor: 'kota-kupang', unit: undefined })
  expect(await knows(yuli, door)).toBe(true)
  await comes('Simon Petrus Lay')
  expect([await knows(yuli, door), await knows(dedi, door)]).toEqual([false, true])
  const events = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'audience', 'actor_role'])
    .where('report_id', '=', door)
    .where('move', '=', 'unsettle_accused')
    .execute()
  expect(events).toEqual([{ move: 'unsettle_accused', audience: 'reporter', actor_role: 'system' }])
  const heard = await db.owner.transaction().execute((tx) => whoHears(tx, [dedi, sari, yuli], door, setting.now))
  expect(heard).not.toContain(yuli)
})
