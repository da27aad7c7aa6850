import { sql } from 'kysely'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Keeper } from '../report/keeper.ts'
import { ReportNotFound } from '../report/refusals.ts'
import type { Opening } from './opening.ts'

/** Why something may be opened: the short list; the reason in words stands beside it. */
export const grounds = ['safety', 'law', 'contact', 'oversight', 'reporter'] as const
export type Ground = (typeof grounds)[number]

/** How long an approved opening holds, and how long a request waits for its second person. The database says the same. */
export const holdsMinutes = 15
export const waitsHours = 24

export type Ask = { what: Opening['what']; ground: Ground; reason: string }

/**
 * Ask that something of a report be opened to oneself; a second person decides. The same request twice is one.
 * @returns its number among the report's openings
 * @throws ReportNotFound also when nothing of the kind could be opened (an identity that was never stored)
 */
export async function askOpening(tx: Tx, keeper: Keeper, reportId: string, ask: Ask, now: Date): Promise<number> {
  const { text: reason, words_hash } = keeper.sealEvent(reportId, ask.reason)
  const { rows } = await sql<{ n: number | null }>`
    select casework.ask_opening(${reportId}, ${ask.what}, ${ask.ground}, ${reason}, decode(${words_hash}, 'hex'), ${now}) as n`.execute(
    tx,
  )
  const n = rows[0]?.n
  if (!n) throw new ReportNotFound()
  return n
}

/** `own`: nobody decides on their own request. `over`: it was decided before, or has lapsed. */
export type Decided = 'done' | 'own' | 'over'

/** Approve or refuse somebody else's request. @throws ReportNotFound */
export async function decideOpening(
  tx: Tx,
  reportId: string,
  n: number,
  decision: 'approved' | 'refused',
  now: Date,
): Promise<Decided> {
  const { rows } = await sql<{ done: Decided | 'absent' }>`
    select casework.decide_opening(${reportId}, ${n}, ${decision}, ${now}) as done`.execute(tx)
  const done = rows[0]?.done ?? 'absent'
  if (done === 'absent') throw new ReportNotFound()
  return done
}

/** What is seen: a page of the console, a picture, or who filed. */
export type Page = 'page' | 'picture' | 'identity'
export type Look = { n: number; ends_at: Date; sealed: Buffer | null }

/**
 * Look through one's own opening, if it holds now: writes the line in the ledger, and from here on row-level security shows, in
 * this transaction, what it opens.
 */
export async function lookThrough(
  tx: Tx,
  reportId: string,
  what: Opening['what'],
  page: Page,
  now: Date,
): Promise<Look | undefined> {
  const { rows } = await sql<Look>`
    select * from casework.look_through(${reportId}, ${what}, ${page}, ${now})`.execute(tx)
  return rows[0]
}

/** The opening of a report's words that holds for this person now, written down as used. */
export async function openWordsThrough(
  tx: Tx,
  { accountId, role }: Actor,
  reportId: string,
  page: Page,
  now: Date,
): Promise<Opening[]> {
  if (!accountId || (role !== 'verifier' && role !== 'supervisor')) return []
  const look = await lookThrough(tx, reportId, 'text', page, now)
  return look ? [{ accountId, what: 'text', until: look.ends_at }] : []
}

/** Hand over the public half of a pair, for which the worker then seals who filed. False when the opening does not hold. */
export async function awaitIdentity(tx: Tx, reportId: string, n: number, publicKey: Uint8Array, now: Date) {
  const { rows } = await sql<{ awaited: boolean }>`
    select casework.await_identity(${reportId}, ${n}, ${Buffer.from(publicKey)}, ${now}) as awaited`.execute(tx)
  return rows[0]?.awaited ?? false
}

/** Whether the worker has sealed it: asked without a look, so without a line. */
export async function identityIsSealed(tx: Tx, reportId: string, n: number): Promise<boolean> {
  const { rows } = await sql<{ sealed: boolean }>`
    select casework.identity_is_sealed(${reportId}, ${n}) as sealed`.execute(tx)
  return rows[0]?.sealed ?? false
}
