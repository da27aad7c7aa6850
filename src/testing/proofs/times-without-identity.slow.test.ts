import { expect, test } from 'vitest'
import { type RawBuilder, sql } from 'kysely'
import { makeApp } from '../../app.tsx'
import { ChannelFailed } from '../../notifications/channel-failed.ts'
import { notificationTasks } from '../../notifications/notification-tasks.ts'
import { hireOfficers, tellDeps } from '../../notifications/testing/post-office.ts'
import { startJobs } from '../../platform/jobs.ts'
import { relayOutbox, startRelay } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { floorTasks } from '../../secrecy/floor-journal.ts'
import { testDeps } from '../test-deps.ts'

// A report without identity is filed at an odd instant, and the worker does everything that follows; then every column of every table
// that holds a time is read, the queue's own among them: none is finer than the hour.

const db = await testDatabase()
await hireOfficers(db)
const odd = new Date('2026-01-14T01:37:12.345Z')
const deps = testDeps(db, () => odd)
const app = makeApp(deps)
const mails = { refused: 0 }
/** The first letter is refused for now, every further one goes. */
const mailer = {
  keepsPreview: false,
  async send() {
    mails.refused += 1
    if (mails.refused === 1) throw new ChannelFailed('SMTP 451')
  },
  close() {},
}
const telling = tellDeps(db, { now: () => odd, mailer })
const tasks = { ...notificationTasks(telling), ...floorTasks({ db: db.worker, dataDir: deps.uploadsDir }) }

type Column = { s: string; t: string; c: string }
/** What is the installation's and no report's. */
const notOfReports =
  /^(publication\.(pace_reckoned|calendar_change|audit_head)|platform\.|graphile_worker\.(migrations|_private_known_crontabs))/

/** Rows that hold a time finer than the hour: table, column, and how many. */
async function fineTimes(): Promise<Map<string, number>> {
  const { rows: columns } = await sql<Column>`
    select c.table_schema as s, c.table_name as t, c.column_name as c from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.data_type in ('timestamp with time zone', 'timestamp without time zone', 'time with time zone') and t.table_type = 'BASE TABLE'
      and c.table_schema not in ('pg_catalog', 'information_schema')`.execute(db.owner)
  expect(columns.map(({ s, t, c }) => `${s}.${t}.${c}`)).toContain('graphile_worker._private_jobs.created_at')
  const found = new Map<string, number>()
  for (const { s, t, c } of columns.filter(({ s, t }) => !notOfReports.test(`${s}.${t}`))) {
    const n = await countOf(
      sql`${sql.table(`${s}.${t}`)} where ${sql.ref(c)} <> date_trunc('hour', ${sql.ref(c)}, 'UTC')`,
    )
    if (n > 0) found.set(`${s}.${t}.${c}`, n)
  }
  return found
}

async function countOf(from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db.owner)
  return rows[0]?.n ?? 0
}

const jobs = () =>
  sql<{ run_at: Date; attempts: number; locked_at: Date | null }>`select * from graphile_worker._private_jobs`.execute(
    db.owner,
  )

async function file(fields: Record<string, unknown> = {}) {
  const answer = await app.request('http://lapor.test/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Kepala sekolah meminta uang ujian.', withoutIdentity: true, ...fields }),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; key: string }
}

const isToDo = (job: { attempts: number; locked_at: Date | null }) => job.attempts === 0 || job.locked_at !== null

/** The worker, from now on until all is done that it finds to do. */
async function workUntilDone() {
  const running = await startJobs({ url: db.urls.worker, log: deps.log, tasks })
  const relay = startRelay(db.worker, deps.log, 20)
  try {
    await expect.poll(() => countOf(sql`casework.outbox`)).toBe(0)
    await expect.poll(async () => (await jobs()).rows.filter(isToDo)).toEqual([])
  } finally {
    await relay.stop()
    await running.stop()
  }
}

test('while nothing is done yet, the queue says the hour in which such a report was filed, and no more', async () => {
  const before = await fineTimes()
  await file()
  await relayOutbox(db.worker)
  const { rows } = await jobs()
  expect(rows.length).toBeGreaterThan(0)
  expect(await fineTimes()).toEqual(before)
})
test.each([
  {},
  { confidential: true },
  { confidential: true, accused: ['Dinas Kesehatan Kota Kupang'], agencySlug: 'kota-kupang' },
])(
  'after everything was done that follows from filing without identity %j, no time anywhere is finer than the hour',
  async (fields) => {
    const before = await fineTimes()
    const { id, key } = await file(fields)
    const withdrawn = await app.request(`http://lapor.test/api/v1/reports/${id}/withdrawal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'report-key': key },
      body: '{}',
    })
    expect(withdrawn.status).toBe(200)
    await workUntilDone()
    expect(await fineTimes()).toEqual(before)
  },
)

test('work on such a report that has to wait waits until an hour is full, and says no more', async () => {
  const { rows } = await jobs()
  expect(mails.refused).toBeGreaterThan(0)
  expect(rows.filter(({ attempts }) => attempts === 1)).toHaveLength(1)
  for (const { run_at } of rows) expect(run_at.getTime() % 3_600_000).toBe(0)
  expect(rows[0]?.run_at.getTime()).toBeGreaterThan(Date.now())
})
