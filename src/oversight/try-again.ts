import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { addJobs } from '../platform/queue.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'

/**
 * What was promised when it was asked for is never given up: jobs of the outbox that the queue gave up are tried once more, each some
 * six hours after its last try, as often as the queue does with the last of its own; and an erasure that is not done and in no queue
 * is asked for anew. Their jobs are safe to do twice.
 * @param now the application's clock; the queue lives in the machine's
 * @returns how many are tried again
 */
export async function tryAgain({ db }: { db: Db }, now: Date): Promise<number> {
  return as(db, system, async (tx) => (await tryGivenUp(tx)) + (await askErasures(tx, now)))
}

/** Without a key: those of the timetable come by themselves, and a message says itself what became of it. */
async function tryGivenUp(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with again as materialized (
      select array_agg(id) as ids, max(max_attempts) as most from graphile_worker.jobs
      where key is null and attempts >= max_attempts and locked_at is null and run_at <= now()),
    tried as (
      select job.id from again, graphile_worker.reschedule_jobs(again.ids, attempts => again.most - 1) job)
    select count(*)::int as n from tried`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Of those asked for lately the relay may be on its way. */
async function askErasures(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ reportId: string }>`
    select e.report_id as "reportId" from identity.erasure e
    where e.done_at is null and e.asked_at < ${now}::timestamptz - interval '10 minutes'
      and not exists (select from casework.outbox o where o.topic = 'erase' and o.report_id = e.report_id)
      and not exists (
        select from graphile_worker._private_jobs j
        where j.payload ->> 'reportId' = e.report_id::text
          and j.task_id = (select t.id from graphile_worker._private_tasks t where t.identifier = 'erase'))
    limit 500`.execute(tx)
  await addJobs(
    tx,
    rows.map((payload) => ({ task: 'erase', payload })),
  )
  return rows.length
}
