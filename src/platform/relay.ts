import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Log } from './log.ts'
import { pause } from './pause.ts'

const batchSize = 500
const afterTroubleMs = 1_000

/**
 * Takes one batch of the outbox and turns each row into a job of the task named by its topic, in one statement: the rows
 * go when the jobs come. Several relays may run at once, each takes what the others have not.
 * @returns how many rows were taken
 */
export async function relayOutbox(db: Db, limit = batchSize): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with taken as (select id from casework.outbox order by id limit ${limit} for update skip locked),
    gone as (
      delete from casework.outbox o using taken where o.id = taken.id returning o.id, o.topic, o.report_id, o.seq),
    added as (
      select graphile_worker.add_jobs(array_agg(
        row(topic, json_build_object('reportId', report_id, 'seq', seq), null, null, null, null, null, null)
          ::graphile_worker.job_spec order by id))
      from gone having count(*) > 0)
    select count(*)::int as taken from added`.execute(db)
  return rows[0]?.taken ?? 0
}

export type Relay = { stop(): Promise<void> }

/** Relays until stopped: at once while there is work, otherwise a look every `everyMs`. A database that is away is waited for. */
export function startRelay(db: Db, log: Log, everyMs = 200): Relay {
  const stopping = new AbortController()
  const running = run()

  async function run() {
    while (!stopping.signal.aborted) {
      const taken = await relayOutbox(db).catch((error) => {
        log.warn({ err: error }, 'the outbox could not be relayed')
        return undefined
      })
      if (!taken) await pause(taken === undefined ? afterTroubleMs : everyMs, stopping.signal)
    }
  }

  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
