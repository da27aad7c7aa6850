import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { type Jobs, type JobsOptions, startJobs } from './jobs.ts'
import { makeLog } from './log.ts'
import { addJobs } from './queue.ts'
import { relayOutbox, startRelay } from './relay.ts'
import { testDatabase } from './testing/test-database.ts'

const db = await testDatabase()
const log = makeLog({ logLevel: 'silent' }, 'test')
const started: { stop(): Promise<unknown> }[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.stop()))
})

async function jobsWith(tasks: JobsOptions['tasks'], more: Partial<JobsOptions> = {}): Promise<Jobs> {
  const jobs = await startJobs({ url: db.urls.worker, log, tasks, ...more })
  started.push(jobs)
  return jobs
}

async function writeOutbox(count: number, topic = 'event') {
  const rows = Array.from({ length: count }, (_, at) => ({
    topic,
    report_id: randomUUID(),
    seq: at + 1,
    at: new Date(),
  }))
  await db.owner.insertInto('casework.outbox').values(rows).execute()
  return rows.map((row) => row.report_id)
}

const outboxSize = async () => (await db.owner.selectFrom('casework.outbox').select('id').execute()).length

test('the worker takes jobs through its own login, and tells each only ids', async () => {
  const seen: unknown[] = []
  const done = Promise.withResolvers<void>()
  await jobsWith({
    event: async (payload) => {
      if (seen.push(payload) === 3) done.resolve()
    },
  })
  const ids = await writeOutbox(3)
  started.push(startRelay(db.worker, log, 20))
  await done.promise
  expect(seen).toHaveLength(3)
  expect(seen).toEqual(expect.arrayContaining(ids.map((reportId, at) => ({ reportId, seq: at + 1 }))))
  expect(await outboxSize()).toBe(0)
})

test('two relays at once hand every row on exactly once', async () => {
  await writeOutbox(1_200, 'later')
  const taken: number[] = []
  const relay = async () => {
    for (let count = 1; count > 0; taken.push(count)) count = await relayOutbox(db.worker, 100)
  }
  await Promise.all([relay(), relay()])
  const { rows } = await sql<{ jobs: number; reports: number }>`
    select count(*)::int as jobs, count(distinct j.payload ->> 'reportId')::int as reports
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'later'`.execute(db.owner)
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(1_200)
  expect(rows[0]).toEqual({ jobs: 1_200, reports: 1_200 })
})

test('jobs added in a transaction that fails never were', async () => {
  const adding = db.worker.transaction().execute(async (tx) => {
    await addJobs(tx, [{ task: 'never', payload: { id: 1 } }])
    throw new Error('changed my mind')
  })
  await expect(adding).rejects.toThrow('changed my mind')
  const { rows } = await sql`select from graphile_worker.jobs where task_identifier = 'never'`.execute(db.worker)
  expect(rows).toHaveLength(0)
})

test('a job that fails keeps the kind of its error in the queue, not its words', async () => {
  const tried = Promise.withResolvers<void>()
  const jobs = await jobsWith({
    fails: async () => {
      tried.resolve()
      throw new TypeError('marta@example.id could not be reached')
    },
  })
  await jobs.add('fails', { id: 7 })
  await tried.promise
  await expect
    .poll(async () => {
      const { rows } = await sql<{
        last_error: string
      }>`select last_error from graphile_worker.jobs where task_identifier = 'fails'`.execute(db.worker)
      return rows[0]?.last_error
    })
    .toBe('TypeError')
})

test('what a killed worker had begun is taken over within seconds, and its effect is there once', async () => {
  await sql`create table public.effect (once text primary key)`.execute(db.owner)
  await sql`grant usage on schema public to lapor_worker`.execute(db.owner)
  await sql`grant select, insert on public.effect to lapor_worker`.execute(db.owner)
  const effect = `insert into public.effect values ('told') on conflict do nothing`
  const script = join(import.meta.dirname, 'testing', 'doomed-worker.ts')
  const doomed = fork(script, [db.urls.worker, effect], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  await sql`select graphile_worker.add_job('effect', '{"id": 1}')`.execute(db.worker)
  await once(doomed, 'message')
  doomed.kill('SIGKILL')
  const killedAt = performance.now()
  const again = Promise.withResolvers<void>()
  await jobsWith(
    {
      effect: async () => {
        await sql.raw(effect).execute(db.worker)
        again.resolve()
      },
    },
    { takeOverEveryMs: 500 },
  )
  await again.promise
  expect(performance.now() - killedAt).toBeLessThan(15_000)
  const { rows } = await sql`select from public.effect`.execute(db.owner)
  expect(rows).toHaveLength(1)
}, 40_000)
