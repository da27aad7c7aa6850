import pg from 'pg'
import type { Log } from './log.ts'

const lifeLocks = 1_711

/** A holder of jobs younger than this may not have taken its sign of life yet. */
const graceSeconds = 5

const checkEveryMs = 5_000

export type Holding = { stop(): Promise<void> }

/**
 * A sign of life for the queue: an advisory lock, held as long as this process and its connection live. Every few seconds
 * the jobs of holders without one are freed, so that what a crashed worker had begun is taken over within seconds instead
 * of after the four hours that graphile-worker waits. A broken connection is made again.
 * @param holder the name under which this process locks jobs
 */
export async function holdJobs(url: string, holder: string, log: Log, everyMs = checkEveryMs): Promise<Holding> {
  let client = await sign(url, holder)
  let stopped = false
  const look = async () => {
    try {
      const freed = await freeTheDead(client, holder)
      if (freed > 0) log.warn({ holders: freed }, 'jobs of a worker that died were freed')
    } catch (error) {
      log.warn({ err: error }, 'the sign of life broke; it is made again')
      await client.end().catch(() => {})
      client = await sign(url, holder).catch(() => client)
    }
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(() => (stopped ? undefined : look()))
  }, everyMs)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await client.end().catch(() => {})
    },
  }
}

/** The server notices within 20 seconds when a whole machine is gone; a process that dies closes its socket at once. */
async function sign(url: string, holder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'lapor sign of life' })
  client.on('error', () => {})
  await client.connect()
  await client.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2')
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lifeLocks, holder])
  return client
}

async function freeTheDead(client: pg.Client, self: string): Promise<number> {
  const { rows } = await client.query<{ dead: string[] | null }>(
    `with holders as materialized (
      select locked_by from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $2)
      union
      select locked_by from graphile_worker._private_job_queues where locked_at < now() - make_interval(secs => $2)),
    others as materialized (select locked_by from holders where locked_by <> $1)
    select array_agg(locked_by) as dead from others where pg_try_advisory_xact_lock($3, hashtext(locked_by))`,
    [self, graceSeconds, lifeLocks],
  )
  const dead = rows[0]?.dead ?? []
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead.length
}
