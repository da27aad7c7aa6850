import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { mergeReport } from '../verification/merge-report.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const at = new Date('2026-01-20T02:30:00Z')
const setting = { rules, directory, now: at }
const dinkes = 'kota-kupang-dinkes'
type Someone = Awaited<ReturnType<typeof anAccount>>
let dedi: Someone
let yuli: Someone
let sari: Someone
let wahyu: Someone

beforeAll(async () => {
  dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  wahyu = await anAccount(db, 'coordinator', 'kemenpanrb')
  yuli = await anAccount(db, 'coordinator', 'kota-kupang')
  sari = await anAccount(db, 'officer', dinkes)
})

const rowOf = (id: string) =>
  db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const where = async (id: string) => {
  const { agency_id, unit_id } = await rowOf(id)
  return [agency_id, unit_id]
}
const hidden = (wanted: Wanted = {}) => aReport(db, { stage: 'in_progress', confidential: true, ...wanted })
const name = (id: string, ...names: string[]) =>
  as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, names, setting))
const settle = (id: string, settled: Settled) =>
  as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, settled, setting))
const merge = (child: string, into: string) => as(db.web, dedi, (tx) => mergeReport(tx, dedi, child, { into }, setting))
const mayAnswer = async (actor: Someone, id: string) => can(actor, 'answer', 'case', secrecyFacts(await rowOf(id)), at)
const disable = ({ accountId }: Someone, disabled_at: Date | null) =>
  db.owner.updateTable('identity.account').set({ disabled_at }).where('id', '=', accountId).execute()
const appoint = ({ accountId }: Someone) =>
  sql`select identity.appoint_head(${dinkes}, ${accountId}, false, '2026-01-01')`.execute(db.owner)

test('an inspectorate where nobody works handles nothing while the desk has people; when somebody comes, it does', async () => {
  const { id } = await hidden()
  await name(id, 'Pemerintah Kota Kupang')
  expect(await where(id)).toEqual(['kemenpanrb', null])
  expect(await mayAnswer(wahyu, id)).toBe(true)
  const { id: later } = await hidden()
  const inspector = await anAccount(db, 'officer', 'kota-kupang-inspektorat')
  await name(later, 'Pemerintah Kota Kupang')
  expect(await where(later)).toEqual(['kota-kupang', 'kota-kupang-inspektorat'])
  expect(await mayAnswer(inspector, later)).toBe(true)
  await disable(inspector, at)
  expect(await where(later), 'the only one who could may not sign in any more').toEqual(['kemenpanrb', null])
})

test('with nobody anywhere it waits at the nearest, and goes to the first who comes', async () => {
  await disable(wahyu, at)
  const { id } = await hidden()
  await name(id, 'Pemerintah Kota Kupang')
  expect(await where(id)).toEqual(['kota-kupang', 'kota-kupang-inspektorat'])
  await anAccount(db, 'coordinator', 'ombudsman')
  expect(await where(id)).toEqual(['ombudsman', null])
  await disable(wahyu, null)
})

test('an office that is closed gives up what goes around somebody', async () => {
  const inspector = await anAccount(db, 'officer', 'kota-kupang-inspektorat')
  const { id } = await hidden()
  await name(id, 'Pemerintah Kota Kupang')
  expect(await where(id)).toEqual(['kota-kupang', 'kota-kupang-inspektorat'])
  const close = (active: boolean) =>
    db.owner.updateTable('publication.agency').set({ active }).where('id', '=', 'kota-kupang-inspektorat').execute()
  await close(false)
  expect(await where(id)).toEqual(['kemenpanrb', null])
  await close(true)
  await disable(inspector, at)
})

test('the head of a city accused: not even its inspectorate has it, whose coordinators are the head’s own people', async () => {
  await anAccount(db, 'officer', 'kota-kupang-inspektorat')
  const mayor = await anAccount(db, 'coordinator', 'kota-kupang')
  await sql`select identity.appoint_head('kota-kupang', ${mayor.accountId}, false, ${at})`.execute(db.owner)
  const { id } = await hidden()
  await name(id, 'Kepala Pemerintah Kota Kupang')
  expect(await where(id)).toEqual(['kemenpanrb', null])
  expect(can(yuli, 'see', 'text', secrecyFacts(await rowOf(id)), at)).toBe(false)
  expect(await mayAnswer(yuli, id)).toBe(false)
})

test('while it is not known whom they are about, reports are not merged', async () => {
  const [one, other] = [await hidden(), await hidden()]
  await name(one.id, 'sopir itu')
  await name(other.id, 'orang di loket obat')
  await expect(merge(one.id, other.id)).rejects.toMatchObject({ reason: 'unequal_secrecy' })
})

test('whoever answers for the whole never answers for a part that accuses them: named or settled, they part first', async () => {
  const [parent, child] = [await hidden(), await hidden()]
  await merge(child.id, parent.id)
  await name(parent.id, 'Dinas Kesehatan Kota Kupang')
  expect(await rowOf(child.id)).toMatchObject({ stage: 'in_progress', merged_into: null })
  expect([await mayAnswer(sari, parent.id), await mayAnswer(sari, child.id)]).toEqual([false, true])

  const [whole, part] = [await hidden(), await hidden()]
  for (const { id } of [whole, part]) {
    await name(id, 'Pak Kepala')
    await settle(id, { kind: 'outside' })
  }
  await merge(part.id, whole.id)
  await settle(part.id, { kind: 'unit', unitId: dinkes })
  expect(await rowOf(part.id)).toMatchObject({ stage: 'in_progress', merged_into: null })
  expect([await mayAnswer(sari, whole.id), await mayAnswer(sari, part.id)]).toEqual([true, false])
})

test('reports that accuse a post and whoever holds it are not merged: the post will have another holder', async () => {
  await appoint(sari)
  const [post, person] = [await hidden(), await hidden()]
  await name(post.id, 'Kepala Dinas Kesehatan Kota Kupang')
  await name(person.id, 'Bu Sarinah dari loket')
  await settle(person.id, { kind: 'person', accountId: sari.accountId })
  await expect(merge(post.id, person.id)).rejects.toMatchObject({ reason: 'unequal_secrecy' })
})

test('whoever comes to be accused in one of those that were merged is locked out of all of them in that moment', async () => {
  await appoint(sari)
  const before = await hidden({ at: new Date('2026-01-12T02:00:00Z') })
  const ended = new Date('2026-01-13T02:00:00Z')
  await db.owner.updateTable('identity.holder').set({ until: ended }).where('unit_id', '=', dinkes).execute()
  const after = await hidden({ at: new Date('2026-01-14T02:00:00Z') })
  const other = await hidden({ at: new Date('2026-01-12T02:00:00Z') })
  for (const { id } of [before, after, other]) await name(id, 'Kepala Dinas Kesehatan Kota Kupang')
  await merge(before.id, after.id)
  await merge(other.id, after.id)
  // Of the later one nobody knows who heads the office, so a newcomer may be the one; of the others one knows.
  const newcomer = await anAccount(db, 'officer', dinkes)
  for (const { id } of [after, before, other])
    expect((await rowOf(id)).accused_accounts).toEqual([sari.accountId, newcomer.accountId].sort())
})
