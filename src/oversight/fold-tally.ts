import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

const batchSize = 10_000

/**
 * Folds the differences that moves wrote into the tally; whoever reads both in one statement always sees the same sum.
 * @returns how many differences were folded
 */
export async function foldTally(db: Db, signal?: AbortSignal): Promise<number> {
  let folded = 0
  for (let taken = batchSize; taken === batchSize && !signal?.aborted; folded += taken) taken = await foldBatch(db)
  return folded
}

async function foldBatch(db: Db): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with gone as (
      delete from publication.tally_change
      where id in (select id from publication.tally_change order by id limit ${batchSize})
      returning agency_id, stage, manner, change),
    sums as (
      select agency_id, stage, manner, sum(change) as change from gone group by 1, 2, 3 order by 1, 2, 3),
    folded as (
      insert into publication.tally (agency_id, stage, manner, n) select agency_id, stage, manner, change from sums
      on conflict (agency_id, stage, manner) do update set n = tally.n + excluded.n)
    select count(*)::int as taken from gone`.execute(db)
  return rows[0]?.taken ?? 0
}
