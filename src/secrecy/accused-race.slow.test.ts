import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as, type Tx } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { nameAccused, settleAccused } from './name-accused.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const at = new Date('2026-01-20T02:30:00Z')
const setting = { rules, directory, now: at }
const dinkes = 'kota-kupang-dinkes'

/** Two at the same time: the second begins before the first has committed, and waits for it or not. */
async function sideBySide(first: (tx: Tx) => Promise<unknown>, second: () => Promise<unknown>) {
  let other: Promise<unknown> = Promise.resolve()
  await db.owner.transaction().execute(async (tx) => {
    await first(tx)
    let isDone = false
    other = second().finally(() => (isDone = true))
    await isWaiting(() => isDone)
  })
  await other
}

/** Until somebody waits for a lock of this database, or need not. */
async function isWaiting(isDone: () => boolean): Promise<void> {
  const { rows } = await sql`
    select from pg_locks l join pg_database d on d.oid = l.database
    where not l.granted and d.datname = current_database()`.execute(db.owner)
  if (rows.length === 0 && !isDone()) await isWaiting(isDone)
}

async function mayNotKnow(accountId: string, id: string): Promise<boolean> {
  const { accused_accounts } = await db.owner
    .selectFrom('casework.report')
    .select('accused_accounts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return accused_accounts?.includes(accountId) ?? false
}

const appoint = (unit: string, accountId: string) => (tx: Tx | typeof db.owner) =>
  sql`select identity.appoint_head(${unit}, ${accountId}, true, ${at})`.execute(tx)
const name = (id: string, named: string) => () =>
  as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, [named], setting))

test('a head who is appointed in the moment in which a report names the head is locked out', async () => {
  const frans = await anAccount(db, 'officer', 'ksp')
  await appoint('kota-kupang-pupr', (await anAccount(db, 'officer', 'kota-kupang-pupr')).accountId)(db.owner)
  const { id } = await aReport(db, { stage: 'in_progress', confidential: true })
  await sideBySide(appoint('kota-kupang-pupr', frans.accountId), name(id, 'Kepala PUPR Kota Kupang'))
  expect(await mayNotKnow(frans.accountId, id)).toBe(true)
})

test('so is one who comes while whom it names is being settled', async () => {
  const [dedi, newcomer] = [await anAccount(db, 'verifier', 'kemenpanrb'), await anAccount(db, 'officer', 'ksp')]
  const { id } = await aReport(db, { accused: ['mereka di sana'] })
  const settle = () =>
    as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, { kind: 'unit', unitId: dinkes }, setting)).then(
      () => undefined,
    )
  await sideBySide(
    (tx) => sql`select identity.transfer(${newcomer.accountId}, 'officer', ${dinkes}, ${at})`.execute(tx),
    settle,
  )
  expect(await mayNotKnow(newcomer.accountId, id)).toBe(true)
})

test('so is one who comes after a report has named them, before that is committed', async () => {
  const newcomer = await anAccount(db, 'officer', 'ksp')
  await appoint('kota-kupang-dinsos', (await anAccount(db, 'officer', 'kota-kupang-dinsos')).accountId)(db.owner)
  const { id } = await aReport(db, { stage: 'in_progress', confidential: true })
  await sideBySide(
    (tx) =>
      sql`
      insert into casework.accused (report_id, position, named, kind, unit_id)
      values (${id}, 1, ${testKeeper.sealWords(id, 'Kepala Dinas Sosial')}, 'head', 'kota-kupang-dinsos')`.execute(tx),
    () => appoint('kota-kupang-dinsos', newcomer.accountId)(db.owner),
  )
  expect(await mayNotKnow(newcomer.accountId, id)).toBe(true)
})

test('a report forwarded to an office in the moment in which an accused comes to head it goes around it', async () => {
  const accused = await anAccount(db, 'officer', 'kota-kupang-dinsos')
  const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  const made = await aReport(db, { accused: ['Bu Kartini'], confidential: true })
  await as(db.web, dedi, (tx) =>
    settleAccused(tx, dedi, made.id, 1, { kind: 'person', accountId: accused.accountId }, setting),
  )
  await sideBySide(appoint('kota-kupang-dukcapil', accused.accountId), () =>
    made.move(dedi, {
      move: 'forward',
      data: { agency: 'kota-kupang' },
      changes: { agency_id: 'kota-kupang', unit_id: 'kota-kupang-dukcapil' },
    }),
  )
  const { unit_id } = await db.owner
    .selectFrom('casework.report')
    .select('unit_id')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(unit_id).toBeNull()
})

test('reports do not wait for each other, and a report that accuses nobody waits for nobody', async () => {
  const frans = await anAccount(db, 'officer', 'ksp')
  const { id, move } = await aReport(db, { stage: 'in_progress' })
  await db.owner.transaction().execute(async (tx) => {
    await appoint('kota-kupang-dishub', frans.accountId)(tx)
    await move(
      { role: 'officer', accountId: frans.accountId, agencyId: dinkes },
      { move: 'report_progress', text: 'Sedang dikerjakan.' },
    )
  })
  const { stage } = await db.owner
    .selectFrom('casework.report')
    .select('stage')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(stage).toBe('in_progress')
})
