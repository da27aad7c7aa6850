import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'
import { rowOf, type Someone, staffedCountry } from './testing/staffed-country.ts'

const db = await testDatabase()
const setting = {
  rules: await loadRules(db.publicDb, testKeeper),
  directory: await loadDirectory(db.publicDb),
  now: new Date('2026-01-20T02:30:00Z'),
}
let people: Awaited<ReturnType<typeof staffedCountry>>
const everybody = () => Object.values(people)

beforeAll(async () => {
  people = await staffedCountry(db)
})
beforeEach(async () => {
  await allowed(true, ...everybody())
  await db.owner.updateTable('identity.holder').set({ until: setting.now }).where('until', 'is', null).execute()
})

/** Whether they may sign in. */
async function allowed(are: boolean, ...who: Someone[]) {
  for (const { accountId } of who)
    await db.owner
      .updateTable('identity.account')
      .set({ disabled_at: are ? null : setting.now })
      .where('id', '=', accountId)
      .execute()
}

/** Who has it, by both judges, who must be of one mind. */
async function whoHas(id: string): Promise<string[]> {
  const row = await rowOf(db.owner, id)
  const has: string[] = []
  for (const [name, actor] of Object.entries(people)) {
    const inDatabase = await as(db.web, actor, (tx) =>
      tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
    )
    expect(can(actor, 'see', 'case', secrecyFacts(row), setting.now), name).toBe(inDatabase !== undefined)
    if (inDatabase) has.push(name)
  }
  return has
}

const hidden = (wanted: Wanted) => aReport(db, { confidential: true, published: false, ...wanted })
const name = (id: string, ...names: string[]) =>
  as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, names, setting))
const settle = (actor: Actor, id: string, position: number, settled: Settled) =>
  as(db.web, actor, (tx) => settleAccused(tx, actor, id, position, settled, setting))
const appoint = ({ accountId }: Someone, office = 'kemenpanrb') =>
  sql`select identity.appoint_head(${office}, ${accountId}, false, ${setting.now})`.execute(db.owner)

test.each([
  [['kepala kemenpanrb']],
  [['kemenpanrb', 'Pak Budi']],
  [['kepala kemenpanrb', 'Pak Budi']],
  [['verifikator']],
])(
  'whoever accuses the desk, or its head, and perhaps somebody else: %j, is had by the Ombudsman as soon as it is filed',
  async (accused) => {
    expect(await whoHas((await hidden({ accused })).id)).toEqual(['tiara'])
  },
)

test.each(['on_hold', 'forwarded', 'in_progress', 'answered', 'archived'] as const)(
  'the desk and somebody not settled, named of a report that is %s: the Ombudsman has it, and nobody else',
  async (stage) => {
    const { id } = await hidden({ stage })
    await name(id, 'kepala kemenpanrb', 'Pak Budi')
    expect(await whoHas(id)).toEqual(['tiara'])
  },
)

test('the Ombudsman says who is meant where the desk cannot, and it goes to whom it was meant for', async () => {
  const { id } = await hidden({ stage: 'in_progress' })
  await name(id, 'kemenpanrb', 'Pak Budi')
  await settle(people.tiara, id, 2, { kind: 'outside' })
  expect(await whoHas(id)).toEqual(['yuli', 'sari', 'lestari'])
  for (const other of [people.yuli, people.dedi, people.tiara])
    await expect(settle(other, id, 2, { kind: 'outside' })).rejects.toThrow()
})

test('settled as the only verifier, it is the Ombudsman’s; a verifier who comes has it again', async () => {
  await allowed(false, people.rina)
  const { id } = await hidden({ accused: ['Pak Kepala Loket'] })
  await settle(people.dedi, id, 1, { kind: 'person', accountId: people.dedi.accountId })
  expect(await whoHas(id)).toEqual(['tiara'])
  await allowed(true, people.rina)
  expect(await whoHas(id)).toContain('rina')
})

test('the last verifier goes: what names somebody not settled is the Ombudsman’s to settle', async () => {
  const { id } = await hidden({ accused: ['Pak Budi'] })
  await allowed(false, people.dedi, people.rina)
  expect((await whoHas(id)).filter((one) => one !== 'dedi' && one !== 'rina')).toEqual(['tiara'])
})

test('the desk itself verifies nothing that accuses its head, though it is another who verifies', async () => {
  await appoint(people.wahyu)
  const { id } = await hidden({ accused: ['kepala kemenpanrb'] })
  expect(await whoHas(id)).toEqual(['tiara'])
  const person = await hidden({ accused: ['Pak Nugroho'] })
  await settle(people.dedi, person.id, 1, { kind: 'person', accountId: people.wahyu.accountId })
  expect(await whoHas(person.id)).toEqual(['tiara'])
  await appoint(people.rina)
  expect(await whoHas(person.id), 'the desk under another head').toContain('dedi')
})

test('the Ombudsman’s last coordinator goes: KSP has it; and when that one goes too, the first who comes', async () => {
  const { id } = await hidden({ accused: ['kemenpanrb'] })
  await allowed(false, people.tiara)
  expect(await whoHas(id)).toEqual(['agus'])
  const { own_door_id, last_seq } = await rowOf(db.owner, id)
  expect([own_door_id, last_seq], 'KSP is told').toEqual(['ksp', 2])
  await allowed(false, people.agus)
  await allowed(true, people.tiara)
  expect(await whoHas(id)).toEqual(['tiara'])
})

test('desk, Ombudsman and KSP accused: the office that the reporter named has it, if it is somebody’s', async () => {
  const accused = ['kemenpanrb', 'Ombudsman RI', 'ksp']
  expect(await whoHas((await hidden({ accused, ownDoor: 'kota-kupang' })).id)).toEqual(['yuli'])
})
