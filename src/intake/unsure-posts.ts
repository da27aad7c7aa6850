import { sql } from 'kysely'
import type { Keeper } from '../report/keeper.ts'
import type { Tx } from '../report/as.ts'

/** A post of which nobody was sure whether it is a report. */
export type UnsurePost = { id: string; arrivedAt: Date; text: string }

const most = 50

/** The oldest that wait for a human; none for anybody but a verifier (migration 65). */
export async function unsurePosts(tx: Tx, keeper: Keeper): Promise<UnsurePost[]> {
  const { rows } = await sql<{ id: string; arrived_at: Date; kept: string }>`
    select id, arrived_at, kept from identity.unsure_posts(${most})`.execute(tx)
  return rows.map(({ id, arrived_at, kept }) => ({ id, arrivedAt: arrived_at, text: keeper.open(id, kept) }))
}

/** @returns whether it was waiting; the worker then makes a report of it, or counts it as none */
export async function judgePost(tx: Tx, id: string, decision: 'report' | 'no_report', now: Date): Promise<boolean> {
  const { rows } = await sql<{ judged: boolean }>`
    select identity.judge_post(${id}, ${decision}, ${now}) as judged`.execute(tx)
  return rows[0]?.judged ?? false
}
