import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { myThread } from '../my-report/my-thread.ts'
import { readMyReport } from '../my-report/read-my-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'
import { callThem, knows, onDutyAs } from './testing/on-duty-as.ts'
import { rowOf } from './testing/staffed-country.ts'

const db = await testDatabase()
const files = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const now = new Date('2026-01-20T02:30:00Z')
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now }
const dinkes = 'kota-kupang-dinkes'
const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
const sari = await anAccount(db, 'officer', dinkes)

const sees = (actor: Actor, id: string) => knows(db, actor, id, now)
const comes = (name: string, role: 'officer' | 'verifier' = 'officer', agency = dinkes) =>
  onDutyAs(db, name, role, agency, setting)
const settle = (id: string, position: number, settled: Settled) =>
  as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, position, settled, setting))
const rowsOf = (id: string) =>
  db.owner
    .selectFrom('casework.accused')
    .select(['position', 'kind', 'account_id'])
    .where('report_id', '=', id)
    .orderBy('position')
    .execute()

async function about(named: string): Promise<string> {
  const { id } = await aReport(db, { stage: 'in_progress', confidential: true, unit: dinkes })
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, [named], setting))
  return id
}
const said = async (id: string) =>
  myThread(await as(db.web, marta(id), (tx) => readMyReport(tx, files, id)), directory, 'id')
    .map((entry) => ('words' in entry ? entry.words : ''))
    .join('\n')

test.each([
  ['Frans Lona', 'Frans Lona'],
  ['Drs. Yohanes Tefa, M.Si', 'Yohannes Tefa'],
  ['Siti Nur Halimah', 'Siti Halimah'],
  ['Dewi Amalo', 'Amalo Dewi, S.Sos'],
  ['Samsul Bahri', 'Syamsul Bahri'],
  ['Christina Lay, S.Pd', 'Kristina Lay'],
  ['Rijal Ully', 'Ully Rizal'],
  ['Abdurrahman Taek', 'Abdul Rahman Taek'],
])(
  'who is accused as %s and comes back under another address as %s reads nothing; the desk says whether it is the same person',
  async (name, again) => {
    const first = await comes(name, 'officer', 'kota-kupang-pupr')
    const id = await about('kepala lapangan itu')
    await settle(id, 1, { kind: 'person', accountId: first.accountId })
    expect([await sees(first, id), await sees(sari, id)]).toEqual([false, true])
    await sql`select identity.disable(${first.accountId}, ${now})`.execute(db.owner)
    const second = await comes(again)
    expect([await sees(second, id), await sees(sari, id), await sees(dedi, id)]).toEqual([false, false, true])
    await settle(id, 2, { kind: 'person', accountId: second.accountId })
    expect([await sees(second, id), await sees(first, id), await sees(sari, id)]).toEqual([false, false, true])
  },
)

test('the desk that says it is somebody else of that name lets them have it, and the one who is accused stays locked out', async () => {
  const first = await comes('Melkianus Bria', 'officer', 'kota-kupang-pupr')
  const id = await about('Pak Melki')
  await settle(id, 1, { kind: 'person', accountId: first.accountId })
  const other = await comes('Melkianus Bria')
  expect(await rowsOf(id)).toMatchObject([{ kind: 'person', account_id: first.accountId }, { kind: null }])
  await settle(id, 2, { kind: 'outside' })
  expect([await sees(other, id), await sees(first, id), await sees(sari, id)]).toEqual([true, false, true])
  expect(await said(id)).toContain(
    '“Pak Melki”: selain yang sudah ditetapkan, tidak ada orang lain di sini yang Anda maksud.',
  )
  await callThem(db, other.accountId, 'Melkianus Bria', setting)
  expect(await rowsOf(id), 'asked about again in the same row').toHaveLength(2)
})

test('the head of an accused office who comes back with another account reads nothing until the desk has said who it is', async () => {
  const head = await comes('Ruben Kase', 'officer', 'kota-kupang-dinsos')
  await sql`select identity.appoint_head('kota-kupang-dinsos', ${head.accountId}, false, ${now})`.execute(db.owner)
  const id = await about('Kepala Dinas Sosial Kota Kupang')
  await sql`select identity.disable(${head.accountId}, ${now})`.execute(db.owner)
  const again = await comes('Ruben Kase, S.Sos')
  expect([await sees(again, id), await sees(sari, id), await sees(dedi, id)]).toEqual([false, false, true])
})

test('somebody of another name, and the accused themselves when they move, ask the desk nothing', async () => {
  const first = await comes('Anton Malelak', 'officer', 'kota-kupang-pupr')
  const id = await about('Pak Anton')
  await settle(id, 1, { kind: 'person', accountId: first.accountId })
  const before = await rowOf(db.owner, id)
  for (const name of ['Anton', 'Anton Ully', 'Malelak']) await comes(name)
  await callThem(db, first.accountId, 'Anton Malelak, S.Sos', setting)
  expect(await rowOf(db.owner, id)).toEqual(before)
})

test('a verifier who comes while a name waits that may be theirs does not read it, and does not settle it', async () => {
  const id = await about('Bu Yosefina dari pusat')
  const yosefina = await comes('Yosephina Lay', 'verifier', 'kemenpanrb')
  expect([await sees(yosefina, id), await sees(dedi, id)]).toEqual([false, true])
})

test('who is called like somebody accused does not say at the desk who it is, whatever the reporter wrote', async () => {
  const first = await comes('Gerson Tobe', 'officer', 'kota-kupang-pupr')
  const id = await about('petugas lapangan itu')
  await settle(id, 1, { kind: 'person', accountId: first.accountId })
  const verifier = await comes('Gerson Tobe', 'verifier', 'kemenpanrb')
  expect([await sees(verifier, id), await sees(dedi, id)]).toEqual([false, true])
})

test('of two accounts of one name both are locked out when one is settled on, unless the desk says that the other is somebody else', async () => {
  const [one, other] = [await comes('Budi Santoso', 'officer', 'kota-kupang-pupr'), await comes('Boedi Santoso')]
  const both = await about('Budi Santoso')
  await settle(both, 1, { kind: 'person', accountId: one.accountId })
  expect([await sees(one, both), await sees(other, both), await sees(sari, both)]).toEqual([false, false, true])
  const alone = await about('Pak Budi dari PUPR')
  await settle(alone, 1, { kind: 'person', accountId: one.accountId, alone: true })
  expect([await sees(one, alone), await sees(other, alone)]).toEqual([false, true])
  expect((await said(both)).match(/seorang petugas/g), 'told once').toHaveLength(1)
})
