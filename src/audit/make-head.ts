import { type KeyObject, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { Explained } from '../platform/explained.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { type Day, dayOf } from '../report/clocks/day.ts'
import { hashOfHead, noHead, publicHalf, type SignedHead, signHead } from './head.ts'
import { listHeads } from './heads.ts'
import { commitToLedger, type LedgerEnd, readLedgerEnd } from './ledger.ts'
import { listSuccessions } from './succession.ts'
import { treeOf } from './tree-of-head.ts'

/** Any number: the same for everybody who makes heads. */
export const makingHeads = 1745

export type HeadDeps = {
  /** Role lapor_worker. */
  db: Db
  now(): Date
  /** Read when a head is made: it may have been succeeded. */
  readonly headKey: KeyObject
}

/**
 * Makes the head of the civil day in WIB, once: run twice, or by two processes, the second finds it made or being made and
 * does nothing. It covers every chain, and the ledger of openings, as they are recorded now. Every leaf is salted anew each day,
 * else a path that stays the same would tell that nobody near it was heard; only chains that went on are written down.
 * @throws Explained when the key is not the one that signed the head before
 * @returns undefined when this day, or a later one, has its head
 */
export async function makeHead(deps: HeadDeps): Promise<SignedHead | undefined> {
  const { db, now } = deps
  return as(db, system, async (tx) => {
    const today = dayOf(now(), 'Asia/Jakarta')
    if (await isMade(tx, today)) return undefined
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${makingHeads}) as mine`.execute(tx)
    if (!rows[0]?.mine || (await isMade(tx, today))) return undefined
    const [before] = await listHeads(tx, 1)
    const { headKey } = deps
    const signsNow = (await listSuccessions(tx)).at(-1)?.newKey ?? before?.publicKey
    if (signsNow && !signsNow.equals(publicHalf(headKey))) throw new Explained(otherKey(before?.number ?? 0))
    const number = (before?.number ?? 0) + 1
    await recordChains(tx, number)
    const dayKey = randomBytes(32).toString('hex')
    const { root, branches } = await treeOf(tx, number, dayKey)
    const end = await readLedgerEnd(tx)
    const previous = before ? hashOfHead(before) : noHead
    const ledger = commitToLedger(dayKey, end)
    const head = signHead(headKey, { number, day: today, root, ledger, previous })
    await writeHead(tx, head)
    await writeTree(tx, number, dayKey, branches, end)
    return head
  })
}

function otherKey(number: number): string {
  return `The key keys/audit is not the one that signs after head ${number}. Put it back from your copy of the keys folder, or say "lapor keys rotate" when that was cut short; until then no head is made.`
}

async function isMade(tx: Tx, today: Day): Promise<boolean> {
  const made = await tx
    .selectFrom('publication.audit_head')
    .select('number')
    .where('day', '>=', today)
    .executeTakeFirst()
  return made !== undefined
}

/**
 * Notes the ends of chains that are new or went on. A chain that was cut, or no longer leads to the end that an earlier head
 * saw, keeps its old leaf: a head never forgets, and `lapor audit verify` names it.
 */
async function recordChains(tx: Tx, number: number) {
  for (let placed = 1n; placed > 0n; ) {
    // Two in four thousand million may draw one place: who came second draws again.
    const { numAffectedRows } = await sql`
      insert into casework.audit_place (place, report_id, tracking_id)
      select ('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint, r.id, r.tracking_id from casework.report r
      where not exists (select from casework.audit_place p where p.report_id = r.id)
      order by 1 on conflict (place) do nothing`.execute(tx)
    placed = numAffectedRows ?? 0n
  }
  await sql`
    with going_on as materialized (
      select p.place, r.id, r.last_seq, seen.seq, seen.hash
      from casework.audit_place p
      join casework.report r on r.id = p.report_id
      left join lateral (
        select l.seq, l.hash from casework.audit_leaf l where l.place = p.place order by l.number desc limit 1) seen on true
      where seen.seq is null or r.last_seq > seen.seq)
    insert into casework.audit_leaf (place, number, seq, hash)
    select g.place, ${number}, g.last_seq, e.hash
    from going_on g
    join casework.event e on e.report_id = g.id and e.seq = g.last_seq
    where g.seq is null or exists (
      select from casework.event k where k.report_id = g.id and k.seq = g.seq and k.hash = g.hash)
    order by g.place`.execute(tx)
}

async function writeHead(tx: Tx, head: SignedHead) {
  const { number, day, ledger, signature, publicKey } = head
  await tx
    .insertInto('publication.audit_head')
    .values({
      number,
      day,
      root: Buffer.from(head.root, 'hex'),
      ledger: ledger === undefined ? null : Buffer.from(ledger, 'hex'),
      previous: Buffer.from(head.previous, 'hex'),
      signature,
      public_key: publicKey,
    })
    .execute()
}

async function writeTree(tx: Tx, number: number, dayKey: string, branches: string[], ledger: LedgerEnd) {
  await tx
    .insertInto('casework.audit_tree')
    .values({
      number,
      day_key: Buffer.from(dayKey, 'hex'),
      branches: Buffer.from(branches.join(''), 'hex'),
      ledger_lines: ledger.lines,
      ledger_hash: Buffer.from(ledger.hash, 'hex'),
      ledger_report: ledger.reportId,
    })
    .execute()
}
