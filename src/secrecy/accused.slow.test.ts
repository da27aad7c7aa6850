import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const at = new Date('2026-01-20T02:30:00Z')
const dinkes = 'kota-kupang-dinkes'
type Someone = Awaited<ReturnType<typeof anAccount>>
let dedi: Someone
let yuli: Someone
let sari: Someone
let oebobo: Someone
let inspector: Someone
let lestari: Someone

beforeAll(async () => {
  dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  yuli = await anAccount(db, 'coordinator', 'kota-kupang')
  sari = await anAccount(db, 'officer', dinkes)
  oebobo = await anAccount(db, 'officer', 'kota-kupang-puskesmas-oebobo')
  inspector = await anAccount(db, 'officer', 'kota-kupang-inspektorat')
  lestari = await anAccount(db, 'supervisor', 'ombudsman')
})

const rowOf = (id: string) =>
  db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const where = async (id: string) => {
  const { agency_id, unit_id, own_door_id } = await rowOf(id)
  return [agency_id, unit_id, own_door_id]
}

/** Both judges, who must be of one mind. */
async function knows(actor: Actor, id: string): Promise<boolean> {
  const inCode = can(actor, 'see', 'case', secrecyFacts(await rowOf(id)), at)
  const row = await as(db.web, actor, (tx) =>
    tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
  )
  expect(inCode).toBe(row !== undefined)
  return inCode
}

const name = (id: string, ...names: string[]) =>
  as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, names, { rules, directory, now: at }))
const settle = (id: string, settled: Settled, position = 1) =>
  as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, position, settled, { rules, directory, now: at }))
const head = (unit: string, someone: Someone, acting = false) =>
  sql`select identity.appoint_head(${unit}, ${someone.accountId}, ${acting}, ${at})`.execute(db.owner)
const transfer = ({ accountId, role }: Someone, to: string, as_: string = role) =>
  sql`select identity.transfer(${accountId}, ${as_}, ${to}, ${at})`.execute(db.owner)
const withDinkes = (wanted: Wanted = {}) => aReport(db, { stage: 'in_progress', confidential: true, ...wanted })
const dinkesItself = 'Dinas Kesehatan Kota Kupang'

test('an office that is accused loses the report at once, and everyone below it; the office above has it', async () => {
  const { id } = await withDinkes()
  expect(await knows(sari, id)).toBe(true)
  await name(id, dinkesItself)
  expect(await where(id)).toEqual(['kota-kupang', null, null])
  expect(await knows(sari, id)).toBe(false)
  expect(await knows(oebobo, id)).toBe(false)
  expect(await knows(yuli, id)).toBe(true)
  expect(await knows(marta(id), id)).toBe(true)
})

test('its clock runs on, and the thread says so to nobody but the parties', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'in_progress' })
  const before = await rowOf(id)
  await name(id, dinkesItself)
  const after = await rowOf(id)
  expect([after.clocks, after.due_at, after.stage]).toEqual([before.clocks, before.due_at, 'in_progress'])
  const event = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'audience', 'actor_role', 'at'])
    .where('report_id', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  expect(event).toEqual({ move: 'reroute', audience: 'parties', actor_role: 'system', at })
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select(['thread', 'agency_id'])
    .where('tracking_id', '=', trackingId)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(copy.thread)).not.toContain('reroute')
  expect(copy.agency_id).toBe('kota-kupang')
})

test('a whole city accused: its inspectorate handles it, and nobody else there knows of it', async () => {
  const { id } = await withDinkes()
  await name(id, 'Pemerintah Kota Kupang')
  expect(await where(id)).toEqual(['kota-kupang', 'kota-kupang-inspektorat', null])
  expect(await Promise.all([yuli, sari, oebobo, inspector].map((actor) => knows(actor, id)))).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('the city and its inspectorate accused: the national desk', async () => {
  const { id } = await withDinkes()
  await name(id, 'Pemerintah Kota Kupang', 'Inspektorat Kota Kupang')
  expect(await where(id)).toEqual(['kemenpanrb', null, null])
})

test('the national desk accused: the Ombudsman has it, from the first moment on', async () => {
  const ombudsman = await anAccount(db, 'coordinator', 'ombudsman')
  const { id } = await aReport(db, { accused: ['KemenPANRB'], confidential: true })
  expect(await where(id)).toEqual([null, null, 'ombudsman'])
  expect(await knows(dedi, id)).toBe(false)
  expect(await knows(ombudsman, id)).toBe(true)
})

test('"kepala kantor itu" is for the national desk alone, even at the office’s own door, until it is settled', async () => {
  const { id } = await aReport(db, { ownDoor: 'kota-kupang', accused: ['kepala kantor itu'], confidential: true })
  expect(await where(id)).toEqual([null, null, null])
  expect(await knows(yuli, id)).toBe(false)
  expect(await knows(dedi, id)).toBe(true)
})

test.each([true, false])(
  'settled, a report that waited goes back to the own door it was sent to, unless that is the one meant: confidential %s',
  async (confidential) => {
    const { id } = await aReport(db, { ownDoor: 'kota-kupang', accused: ['kepala kantor itu'], confidential })
    await settle(id, { kind: 'outside' })
    expect(await where(id)).toEqual([null, null, 'kota-kupang'])
    expect(await knows(yuli, id)).toBe(true)
    await name(id, 'Bu Kasir')
    expect([await where(id), await knows(yuli, id)]).toEqual([[null, null, null], false])
    await settle(id, { kind: 'person', accountId: sari.accountId }, 2)
    expect([await where(id), await knows(yuli, id)]).toEqual([[null, null, 'kota-kupang'], true])
    await settle(id, { kind: 'unit', unitId: 'kota-kupang' }, 2)
    expect([await where(id), await knows(yuli, id)]).toEqual([[null, null, null], false])
  },
)

test('what the own door of a confidential report is called stands nowhere in the clear while it is closed', async () => {
  const { id } = await aReport(db, { ownDoor: 'kota-kupang', accused: ['kepala kantor itu'], confidential: true })
  const { named_agency } = await rowOf(id)
  expect(named_agency).not.toContain('Kupang')
  expect(testKeeper.open(id, named_agency ?? '')).toBe('Pemerintah Kota Kupang')
})

test('a name that means two posts is settled twice: whoever comes to head either office later finds nothing', async () => {
  const { id } = await withDinkes({ unit: 'kota-kupang-dinsos' })
  await name(id, 'kepala Dinas Kesehatan dan kepala Dinas PUPR')
  await settle(id, { kind: 'head', unitId: dinkes })
  await settle(id, { kind: 'head', unitId: 'kota-kupang-pupr' })
  await settle(id, { kind: 'outside' })
  const [first, second] = [
    await anAccount(db, 'coordinator', 'kota-kupang'),
    await anAccount(db, 'coordinator', 'kota-kupang'),
  ]
  expect([await knows(first, id), await knows(second, id)]).toEqual([true, true])
  await head(dinkes, first, true)
  await head('kota-kupang-pupr', second, true)
  expect([await knows(first, id), await knows(second, id)]).toEqual([false, false])
})

test('what a name meant before stays beside what it means now, each once', async () => {
  const { id } = await withDinkes()
  await name(id, 'kepala dinas itu')
  const said = ['kota-kupang-pupr', 'kota-kupang-dinsos', 'kota-kupang-pupr', 'kota-kupang-dinsos']
  for (const unitId of said) await settle(id, { kind: 'head', unitId })
  const rows = await db.owner.selectFrom('casework.accused').selectAll().where('report_id', '=', id).execute()
  expect(new Set(rows.map(({ unit_id }) => unit_id))).toEqual(new Set(said))
  expect(rows.length).toBeLessThanOrEqual(3)
  for (const { named } of rows) expect(testKeeper.open(id, named)).toBe('kepala dinas itu')
})

test('named later and not settled, it waits at the desk; settled, it goes back or around', async () => {
  const { id } = await withDinkes()
  await name(id, 'orang di loket')
  expect(await where(id)).toEqual(['kemenpanrb', null, null])
  expect(await Promise.all([sari, yuli, lestari].map((actor) => knows(actor, id)))).toEqual([false, false, false])
  await settle(id, { kind: 'outside' })
  expect(await where(id)).toEqual(['kota-kupang', dinkes, null])
  await settle(id, { kind: 'unit', unitId: dinkes })
  expect(await where(id)).toEqual(['kota-kupang', null, null])
  expect(await knows(sari, id)).toBe(false)
})

test('whoever once was among the accused stays locked out, wherever they go', async () => {
  const somebody = await anAccount(db, 'officer', dinkes)
  const { id } = await withDinkes()
  await name(id, dinkesItself)
  await transfer(somebody, 'kota-kupang', 'coordinator')
  const promoted: Actor = { role: 'coordinator', accountId: somebody.accountId, agencyId: 'kota-kupang' }
  expect(await knows(promoted, id)).toBe(false)
  expect(await knows(yuli, id)).toBe(true)
})

test('an officer promoted into an accused office is locked out in the same transaction, and for good', async () => {
  const newcomer = await anAccount(db, 'supervisor', 'ombudsman')
  const { id } = await withDinkes()
  await name(id, dinkesItself)
  expect(await knows(newcomer, id)).toBe(true)
  await transfer(newcomer, dinkes, 'officer')
  await transfer(newcomer, 'ombudsman', 'supervisor')
  expect(await knows(newcomer, id)).toBe(false)
})

test('the head of an office is accused: also the next one, and whoever acts for them', async () => {
  const frans = await anAccount(db, 'officer', 'kota-kupang-pupr')
  await head('kota-kupang-pupr', frans)
  const { id } = await aReport(db, { stage: 'in_progress', unit: 'kota-kupang-pupr', confidential: true })
  await name(id, 'Kepala PUPR Kota Kupang')
  expect(await where(id)).toEqual(['kota-kupang', null, null])
  expect(await knows(frans, id)).toBe(false)
  expect(await knows(lestari, id)).toBe(true)
  await head('kota-kupang-pupr', lestari, true)
  expect(await knows(lestari, id)).toBe(false)
})

test('whoever acts for the head of an accused office is locked out, whatever office they come from, now and later', async () => {
  const dukcapil = 'kota-kupang-dukcapil'
  const acts = await anAccount(db, 'officer', dukcapil)
  const comes = await anAccount(db, 'officer', dukcapil)
  await head(dinkes, acts, true)
  const { id } = await withDinkes({ unit: dukcapil })
  await name(id, dinkesItself)
  expect(await Promise.all([acts, comes].map((actor) => knows(actor, id)))).toEqual([false, true])
  await head('kota-kupang-puskesmas-oebobo', comes, true)
  expect(await knows(comes, id)).toBe(false)
  expect(await where(id)).toEqual(['kota-kupang', null, null])
  await head(dinkes, oebobo)
})

test('an accused person who comes to head the office that handles it takes the report away from that office', async () => {
  const kartini = await anAccount(db, 'officer', 'kota-kupang-dinsos')
  const { id } = await aReport(db, { stage: 'in_progress', unit: 'kota-kupang-dukcapil', confidential: true })
  await name(id, 'Bu Kartini')
  await settle(id, { kind: 'person', accountId: kartini.accountId })
  expect(await where(id)).toEqual(['kota-kupang', 'kota-kupang-dukcapil', null])
  await head('kota-kupang-dukcapil', kartini)
  expect(await where(id)).toEqual(['kota-kupang', null, null])
})

test('an office cannot be given what accuses it: it goes on to the next that may handle it', async () => {
  const made = await aReport(db, { accused: ['Dinas Kesehatan Kota Kupang'] })
  await made.move(dedi, {
    move: 'forward',
    data: { agency: 'kota-kupang' },
    changes: { agency_id: 'kota-kupang', unit_id: dinkes, published_at: at },
  })
  expect(await where(made.id)).toEqual(['kota-kupang', null, null])
})

test('in the accused’s eyes a public report is what it is to everybody', async () => {
  const { id } = await aReport(db, { stage: 'in_progress' })
  await name(id, dinkesItself)
  const facts = secrecyFacts(await rowOf(id))
  expect(can(sari, 'see', 'text', facts, at)).toBe(true)
  for (const resource of ['case', 'casework', 'name', 'office_notes', 'accused', 'message'] as const)
    expect(can(sari, 'see', resource, facts, at), resource).toBe(false)
})

test('desk, Ombudsman and KSP accused: KSP has it, for people who were not there then', async () => {
  const then = await anAccount(db, 'coordinator', 'ksp')
  const { id } = await withDinkes()
  await name(id, 'Pemerintah Kota Kupang', 'Inspektorat Kota Kupang', 'KemenPANRB', 'Ombudsman RI', 'KSP')
  expect(await where(id)).toEqual(['ksp', null, null])
  const newcomer = await anAccount(db, 'coordinator', 'ksp')
  expect(await Promise.all([dedi, lestari, then, newcomer].map((actor) => knows(actor, id)))).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('a head who stops and starts again at the same moment is the head', async () => {
  const [one, other] = [await anAccount(db, 'officer', 'kota-kupang-dishub'), await anAccount(db, 'officer', 'ksp')]
  await head('kota-kupang-dishub', one, true)
  await head('kota-kupang-dishub', other)
  await head('kota-kupang-dishub', one)
  const heads = await db.owner
    .selectFrom('identity.holder')
    .select(['account_id', 'acting'])
    .where('unit_id', '=', 'kota-kupang-dishub')
    .where('until', 'is', null)
    .execute()
  expect(heads).toEqual([{ account_id: one.accountId, acting: false }])
})

test('where nobody knows who heads the office, anybody there may be the one', async () => {
  const clerk = await anAccount(db, 'officer', 'kota-kupang-dinsos')
  const { id } = await aReport(db, { stage: 'in_progress', unit: 'kota-kupang-dukcapil', confidential: true })
  await name(id, 'Kepala Dinas Sosial Kota Kupang')
  const newcomer = await anAccount(db, 'officer', 'kota-kupang-dinsos')
  for (const { accountId } of [clerk, newcomer]) {
    const moved: Actor = { role: 'officer', accountId, agencyId: 'kota-kupang-dukcapil' }
    expect(await knows(moved, id)).toBe(false)
  }
})
