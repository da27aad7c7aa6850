import { randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema.ts'
import { seal } from '../../platform/seal.ts'
import type { OpeningThen } from '../../secrecy/access-journal.ts'

/** What colleagues read in the place of a name. */
const nameLost = '(akun setelah pencadangan)'

/**
 * Writes openings into the ledger again that a backup does not know, or knew before they were decided and used: role, office, hour and
 * reason as they were, each as a new line of the ledger's chain.
 * @returns how many lines of the ledger were missing something
 */
export async function openedAgain(
  tx: Transaction<DB>,
  sealTo: Uint8Array,
  openings: readonly OpeningThen[],
  now: Date,
): Promise<number> {
  let missing = 0
  // Its guard asks who they are now; these were allowed then.
  await sql`alter table casework.opening disable trigger guard`.execute(tx)
  for (const then of openings) if (await openAgain(tx, sealTo, then, now)) missing += 1
  // What the ledger records at the end of the transaction comes first, or the table could not be changed again. It alone: a report that
  // goes around somebody is judged when its event is written as well.
  await sql`set constraints casework.record_asked, casework.record_decided, casework.record_looked immediate`.execute(
    tx,
  )
  await sql`alter table casework.opening enable trigger guard`.execute(tx)
  return missing
}

async function openAgain(tx: Transaction<DB>, sealTo: Uint8Array, then: OpeningThen, now: Date): Promise<boolean> {
  const report = await tx.selectFrom('casework.report').select('id').where('id', '=', then.report).executeTakeFirst()
  if (!report) return false
  for (const one of [then.asked, ...(then.decided ? [then.decided] : [])]) await beThere(tx, sealTo, one, now)
  const asked = await askAgain(tx, then)
  const decided = await decideAgain(tx, asked.n, then)
  const looked = await lookAgain(tx, asked.n, then)
  return asked.isNew || decided || looked
}

async function askAgain(tx: Transaction<DB>, { report, asked, ...then }: OpeningThen) {
  const known = await tx
    .selectFrom('casework.opening')
    .select(['n', 'asked_by', 'asked_at'])
    .where('report_id', '=', report)
    .execute()
  const same = known.find(({ asked_by, asked_at }) => asked_by === asked.by && asked_at.toISOString() === asked.at)
  if (same) return { n: same.n, isNew: false }
  const n = known.some((one) => one.n === then.n) ? Math.max(...known.map((one) => one.n)) + 1 : then.n
  await tx
    .insertInto('casework.opening')
    .values({
      report_id: report,
      n,
      what: then.what,
      ground: then.ground,
      reason: then.reason,
      reason_hash: then.reasonHash === null ? null : Buffer.from(then.reasonHash, 'hex'),
      asked_by: asked.by,
      asked_role: asked.role,
      asked_office: await officeHere(tx, asked.office),
      asked_at: asked.at,
    })
    .execute()
  return { n, isNew: true }
}

async function decideAgain(tx: Transaction<DB>, n: number, { report, decided }: OpeningThen): Promise<boolean> {
  if (!decided) return false
  const done = await tx
    .updateTable('casework.opening')
    .set({
      decision: decided.decision,
      decided_by: decided.by,
      decided_role: decided.role,
      decided_office: await officeHere(tx, decided.office),
      decided_at: decided.at,
      ends_at: decided.endsAt,
    })
    .where('report_id', '=', report)
    .where('n', '=', n)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** They are only ever added: those beyond what is there are missing. */
async function lookAgain(tx: Transaction<DB>, n: number, { report, looks }: OpeningThen): Promise<boolean> {
  const { count } = await tx
    .selectFrom('casework.look')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('report_id', '=', report)
    .where('n', '=', n)
    .executeTakeFirstOrThrow()
  const missing = looks.slice(Number(count))
  for (const { by, page, at } of missing)
    await sql`insert into casework.look (report_id, n, account_id, page, at, tx)
      values (${report}, ${n}, ${by}, ${page}, ${at}, pg_current_xact_id())`.execute(tx)
  return missing.length > 0
}

/** For an account that came after the backup stands one that nobody gets into. */
async function beThere(tx: Transaction<DB>, sealTo: Uint8Array, { by, role }: OpeningThen['asked'], now: Date) {
  await tx
    .insertInto('identity.account')
    .values({
      id: by,
      role,
      display_name: nameLost,
      email_index: randomBytes(32),
      sealed: seal(sealTo, '{}'),
      password_hash: '',
      created_at: now,
      disabled_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

async function officeHere(tx: Transaction<DB>, id: string | null): Promise<string | null> {
  const row = id && (await tx.selectFrom('publication.agency').select('id').where('id', '=', id).executeTakeFirst())
  return row ? row.id : null
}
