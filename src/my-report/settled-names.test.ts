import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { nameAccused, settleAccused, type Settled } from '../secrecy/name-accused.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { myThread } from './my-thread.ts'
import { readMyReport } from './read-my-report.ts'

const db = await testDatabase()
const files = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-01-20T02:30:00Z') }
const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
const yuli = await anAccount(db, 'coordinator', 'kota-kupang')
const sari = await anAccount(db, 'officer', 'kota-kupang-dinkes')
const tiara = await anAccount(db, 'coordinator', 'ombudsman')
const lestari = await anAccount(db, 'supervisor', 'ombudsman')

const settle = (id: string, position: number, settled: Settled, actor: Actor = dedi) =>
  as(db.web, actor, (tx) => settleAccused(tx, actor, id, position, settled, setting))
const name = (id: string, ...names: string[]) =>
  as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, names, setting))
const thread = async (id: string) => {
  const mine = await as(db.web, marta(id), (tx) => readMyReport(tx, files, id))
  return myThread(mine, directory, 'id').map((entry) => ('words' in entry ? entry.words : ''))
}
const accountsOf = async (id: string) => {
  const row = await db.owner
    .selectFrom('casework.report')
    .select('accused_accounts')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.accused_accounts
}

test('the reporter reads how each name was settled, and by whom; of a person neither the name nor the office', async () => {
  const { id } = await aReport(db, { accused: ['Pak Anton', 'Bu Rahel', 'kepala loket itu'], confidential: true })
  await settle(id, 1, { kind: 'outside' })
  await settle(id, 2, { kind: 'person', accountId: sari.accountId })
  await settle(id, 3, { kind: 'head', unitId: 'kota-kupang-dinkes' })
  const said = (await thread(id)).slice(1)
  expect(said).toEqual([
    'Admin nasional: “Pak Anton” dianggap bukan orang yang dapat menangani laporan di sini. Jika keliru, sebutkan lagi dengan nama kantor atau jabatannya.',
    'Admin nasional: “Bu Rahel” ditetapkan: seorang petugas. Ia tidak dapat menemukan laporan ini, apa pun jabatannya.',
    'Admin nasional: “kepala loket itu” ditetapkan: kepala Dinas Kesehatan Kota Kupang. Ia tidak dapat menemukan laporan ini, apa pun jabatannya.',
  ])
})

test('settled anew it is said again, and not when nothing changes', async () => {
  const { id } = await aReport(db, { accused: ['Pak Anton'] })
  await settle(id, 1, { kind: 'outside' })
  await settle(id, 1, { kind: 'outside' })
  await settle(id, 1, { kind: 'unit', unitId: 'kota-kupang-pupr' })
  expect((await thread(id)).slice(1)).toHaveLength(2)
})

test('nobody but the reporter reads of it: no office that handles it, not the desk, not the public; and it looks untouched', async () => {
  const made = await aReport(db, { stage: 'in_progress' })
  const copy = () =>
    db.publicDb
      .selectFrom('publication.report')
      .selectAll()
      .where('tracking_id', '=', made.trackingId)
      .executeTakeFirstOrThrow()
  await name(made.id, 'Pak Anton')
  await settle(made.id, 1, { kind: 'outside' })
  const before = await copy()
  await settle(made.id, 1, { kind: 'person', accountId: tiara.accountId })
  expect(await copy()).toEqual(before)
  for (const actor of [dedi, yuli, sari, tiara, lestari]) {
    const read = await as(db.web, actor, (tx) =>
      tx.selectFrom('casework.event').select('move').where('report_id', '=', made.id).execute(),
    )
    expect(read.map(({ move }) => move)).not.toContain('settle_accused')
  }
})

test.each(['pak BUDI', 'Budi Santoso dari loket'])(
  'whoever at the desk is called like a name that is not settled does not settle it: “%s”',
  async (named) => {
    const budi = await anAccount(db, 'verifier', 'kemenpanrb')
    await db.owner
      .updateTable('identity.account')
      .set({ display_name: 'Drs. Budi Hartono' })
      .where('id', '=', budi.accountId)
      .execute()
    const filed = await aReport(db, { accused: [named], confidential: true })
    const later = await aReport(db)
    await name(later.id, named)
    for (const { id } of [filed, later]) {
      expect(await accountsOf(id)).toContain(budi.accountId)
      expect(await accountsOf(id)).not.toContain(dedi.accountId)
      await expect(settle(id, 1, { kind: 'outside' }, budi)).rejects.toThrow()
      expect(await settle(id, 1, { kind: 'outside' })).toBe(true)
    }
  },
)

test('a title is no name: whoever is “petugas” on duty settles who “petugas itu” is', async () => {
  const { id } = await aReport(db, { accused: ['petugas itu'] })
  expect(await accountsOf(id)).toEqual([])
})
