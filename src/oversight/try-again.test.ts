import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createToken } from '../accounts/token.ts'
import { findings } from '../cli/doctor/findings.ts'
import { startJobs } from '../platform/jobs.ts'
import { addJobs } from '../platform/queue.ts'
import { relayOutbox } from '../platform/relay.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { askErasure } from '../secrecy/ask-erasure.ts'
import { erasureTasks } from '../secrecy/erasure-tasks.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { aReport } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testDeps, testKeyPair } from '../testing/test-deps.ts'
import { makeMetrics, metricsRoutes } from './metrics.ts'
import { sweep } from './sweep.ts'
import { sweepDeps } from './testing/sweep-deps.ts'

const db = await testDatabase()
const asked = new Date('2026-01-14T08:00:00Z')
let now = asked
const deps = sweepDeps(db, () => now)
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-promised-'))
afterAll(async () => {
  await deps.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  now = asked
  await sql`truncate casework.outbox, graphile_worker._private_jobs, identity.erasure`.execute(db.owner)
})

const afterMinutes = (minutes: number) => new Date(asked.getTime() + minutes * 60_000)

/** Withdrawn, and all of it to be erased: the queue has nothing else to do. */
async function toErase() {
  const keeper = keeperOf({ dataDir })
  const keys = { ...testDeps(db).keys, keeper }
  const made = await aReport(db, { stage: 'withdrawn', text: 'Lampu mati di depan pasar.', keys })
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'all', asked))
  await db.owner.deleteFrom('casework.outbox').where('topic', '<>', 'erase').execute()
  await relayOutbox(db.worker)
  return made
}

/** As the queue leaves a job that failed 25 times; its last wait is over. */
const giveUp = () =>
  sql`update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() - interval '1 minute'`.execute(
    db.owner,
  )

const tries = async () =>
  (
    await sql<{ task: string; left: number }>`
    select task_identifier as task, max_attempts - attempts as left from graphile_worker.jobs order by 1`.execute(
      db.owner,
    )
  ).rows

async function work() {
  const pair = { ...testKeyPair, keeper: keeperOf({ dataDir }) }
  const tasks = erasureTasks({ db: db.worker, keys: { dataDir }, pair, uploadsDir: deps.uploadsDir, now: () => now })
  const jobs = await startJobs({ url: db.urls.worker, log: deps.log, tasks })
  await expect.poll(tries, { timeout: 15_000 }).toEqual([])
  await jobs.stop()
}

const isDone = async (id: string) =>
  (
    await db.owner
      .selectFrom('identity.erasure')
      .select('done_at')
      .where('report_id', '=', id)
      .executeTakeFirstOrThrow()
  ).done_at !== null

const ofWork = async () => (await findings(db.urls, { dataDir }, now)).find(({ name }) => name === 'work')

async function metered() {
  const web = testDeps(db, () => now)
  const app = new Hono().route('/', metricsRoutes(web, makeMetrics().registry))
  const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, now)
  const text = await (await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })).text()
  return text.match(/^lapor_work.*/gm)?.toSorted() ?? []
}

test('an erasure that failed as often as the queue tries is done all the same once nothing hinders it', async () => {
  const made = await toErase()
  await giveUp()
  expect(await sweep(deps)).toMatchObject({ retried: 1 })
  expect(await tries()).toEqual([{ task: 'erase', left: 1 }])
  await work()
  expect(await isDone(made.id)).toBe(true)
  expect(await sweep(deps)).toMatchObject({ retried: 0 })
})

test('an erasure that nothing in the queue stands for any more is asked for anew after ten minutes, once', async () => {
  const made = await toErase()
  await sql`truncate graphile_worker._private_jobs`.execute(db.owner)
  now = afterMinutes(9)
  expect(await sweep(deps)).toMatchObject({ retried: 0 })
  now = afterMinutes(11)
  expect(await sweep(deps)).toMatchObject({ retried: 1 })
  expect(await sweep(deps)).toMatchObject({ retried: 0 })
  await work()
  expect(await isDone(made.id)).toBe(true)
})

test.each(['floor', 'access', 'opened', 'opening', 'embargo', 'event', 'overdue', 'guessing', 'arrival', 'replay'])(
  'what was promised as "%s" is tried again when the queue gave it up, some hours after its last try',
  async (topic) => {
    const row = { topic, report_id: '0198a000-0000-4000-8000-00000000f0e1', seq: 1, at: asked }
    await db.owner.insertInto('casework.outbox').values(row).execute()
    await relayOutbox(db.worker)
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() + interval '6 hours'`.execute(
      db.owner,
    )
    expect(await sweep(deps)).toMatchObject({ retried: 0 })
    await giveUp()
    expect(await sweep(deps)).toMatchObject({ retried: 1 })
    expect(await tries()).toEqual([{ task: topic, left: 1 }])
  },
)

test('a message that was given up is not sent again by itself: whoever is on duty decides', async () => {
  const send = { task: 'send', payload: { messageId: '0198a000-0000-4000-8000-00000000f0e1' }, key: 'send it' }
  await as(db.worker, system, (tx) => addJobs(tx, [send]))
  await giveUp()
  expect(await sweep(deps)).toMatchObject({ retried: 0 })
})

test('the operator sees what was promised and is not done, in counts and hours alone', async () => {
  expect(await ofWork()).toMatchObject({ good: true })
  expect(await metered()).toEqual([])
  const made = await toErase()
  await giveUp()
  now = afterMinutes(3 * 60 + 5)
  const found = await ofWork()
  expect(found).toMatchObject({
    good: false,
    said: expect.stringMatching(/^promised and not done: 1 erase, .*; 1 erasure, the oldest for 3 hours\./),
  })
  const lines = await metered()
  expect(lines).toEqual([
    'lapor_work_undone_hours{kind="erase"} 0',
    'lapor_work_undone_hours{kind="erasure"} 3',
    'lapor_work_undone{kind="erase"} 1',
    'lapor_work_undone{kind="erasure"} 1',
  ])
  for (const secret of [made.id, made.trackingId]) expect(`${found?.said} ${lines.join(' ')}`).not.toContain(secret)
})
