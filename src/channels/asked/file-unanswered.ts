import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { askedForMs } from './kept.ts'

const most = 1_000

/** What was asked back and nobody has answered for a day is taken for what it most likely is; a report, where that is open: the desk reads it. @returns how many */
export async function fileUnanswered(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - askedForMs)
  return as(db, system, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) filter (where identity.decide_asked(whole, 'unanswered', null, ${now}))::int as n from (
        select whole from identity.arrival where outcome = 'asked' group by whole
        having min(settled_at) <= ${before} order by min(settled_at) limit ${most}) unanswered`.execute(tx)
    return rows[0]?.n ?? 0
  })
}
