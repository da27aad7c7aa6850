import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { become } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { listReports } from '../../desk/list-reports.ts'
import { queueShelves, verificationShelves } from '../../desk/shelves.ts'
import { recipientsOf } from '../../notifications/recipients.ts'
import { anAccount } from '../../testing/an-account.ts'
import { testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { can } from '../can.ts'
import { secrecyFacts } from '../facts.ts'

export type Someone = Awaited<ReturnType<typeof anAccount>>
export type OwnerTx = Transaction<DB>

/** The desk, those who stand in for it, and the offices of Kupang, each with its people; `rina` verifies from no office. */
export async function staffedCountry(db: TestDatabase) {
  return {
    dedi: await anAccount(db, 'verifier', 'kemenpanrb'),
    rina: await anAccount(db, 'verifier'),
    wahyu: await anAccount(db, 'coordinator', 'kemenpanrb'),
    tiara: await anAccount(db, 'coordinator', 'ombudsman'),
    agus: await anAccount(db, 'coordinator', 'ksp'),
    yuli: await anAccount(db, 'coordinator', 'kota-kupang'),
    sari: await anAccount(db, 'officer', 'kota-kupang-dinkes'),
    maria: await anAccount(db, 'officer', 'kota-kupang-inspektorat'),
    lestari: await anAccount(db, 'supervisor', 'ombudsman'),
  }
}

/** One report in every stage in which somebody has it, at an own door as well. */
export async function reportsInEveryStage(db: TestDatabase): Promise<string[]> {
  const ids: string[] = []
  for (const confidential of [false, true]) {
    for (const stage of ['received', 'on_hold', 'archived'] as const)
      for (const ownDoor of [undefined, 'kota-kupang'])
        ids.push((await aReport(db, { stage, ownDoor, confidential, published: false })).id)
    for (const stage of ['forwarded', 'in_progress', 'answered', 'closed'] as const)
      ids.push((await aReport(db, { stage, confidential })).id)
  }
  return ids
}

/** What a report names: an office, its head, a person, or words nobody has settled yet, whoever is called like them. */
export type Name = {
  kind?: 'unit' | 'head' | 'person' | 'outside'
  unit_id?: string
  account_id?: string
  words?: readonly string[]
}

/** Names them, whatever door they came by, and lets all that follows from it follow. */
export async function nameAll(tx: OwnerTx, reportId: string, names: readonly Name[]): Promise<void> {
  for (const [n, { words: _words, ...name }] of names.entries())
    await tx
      .insertInto('casework.accused')
      .values({ report_id: reportId, position: n + 1, named: '', ...name })
      .execute()
  const words = names.flatMap((name) => name.words ?? [])
  if (words.length > 0) await sql`select casework.lock_out_alike(${reportId}, ${words}::text[])`.execute(tx)
  await settled(tx)
}

/** They may not sign in any more, or they may again. */
export async function sendAway(tx: OwnerTx, people: readonly Someone[], away = true): Promise<void> {
  for (const { accountId } of people)
    await tx
      .updateTable('identity.account')
      .set({ disabled_at: away ? new Date() : null })
      .where('id', '=', accountId)
      .execute()
  await settled(tx)
}

/** They come to head this office, wherever they work. */
export async function appoint(tx: OwnerTx, office: string, { accountId }: Someone, at: Date): Promise<void> {
  await sql`select identity.appoint_head(${office}, ${accountId}, false, ${at})`.execute(tx)
  await settled(tx)
}

/** What waits for the end of the transaction happens now. */
async function settled(tx: OwnerTx) {
  for (const when of ['immediate', 'deferred'])
    await sql`set constraints casework.go_around, identity.go_around ${sql.raw(when)}`.execute(tx)
}

/** Who has this report by both judges (row-level security asks casework.sees), and of whom they differ. */
export async function whoHas(tx: OwnerTx, people: readonly Someone[], reportId: string, now: Date) {
  const row = await rowOf(tx, reportId)
  const has: Someone[] = []
  const differ: Someone[] = []
  for (const actor of people) {
    const inCode = can(actor, 'see', 'case', secrecyFacts(row), now)
    await become(tx, actor)
    const { rows } = await sql<{ sees: boolean }>`
      select casework.sees(r) as sees from casework.report r where r.id = ${reportId}`.execute(tx)
    const inDatabase = rows[0]?.sees === true
    if (inCode !== inDatabase) differ.push(actor)
    if (inCode && inDatabase) has.push(actor)
  }
  return { row, has, differ }
}

/** Who of them finds it on a list of their own: at the desk, among the work of their office, or waiting at its door. */
export async function whoFinds(tx: OwnerTx, people: readonly Someone[], reportId: string, now: Date) {
  const { tracking_id } = await rowOf(tx, reportId)
  const finds: Someone[] = []
  for (const actor of people)
    for (const shelf of actor.role === 'verifier' ? verificationShelves : (['waiting', ...queueShelves] as const)) {
      const { rows } = await listReports(tx, actor, { shelf, limit: 100, now, keeper: testKeeper })
      if (!finds.includes(actor) && rows.some((row) => row.tracking_id === tracking_id)) finds.push(actor)
    }
  return finds
}

/** Who of them gets a letter when its reporter writes. */
export async function whoHears(tx: OwnerTx, people: readonly Someone[], reportId: string, now: Date) {
  const pair = { ...testKeyPair, keeper: testKeeper }
  const told = await recipientsOf(tx, pair, await rowOf(tx, reportId), 'handlers', now)
  return people.filter(({ accountId }) => told.some((one) => one.accountId === accountId))
}

export function rowOf(db: Kysely<DB>, reportId: string) {
  return db.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirstOrThrow()
}
