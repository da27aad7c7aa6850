import { expect, test } from 'vitest'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { makeApp } from '../../app.tsx'
import { ChannelFailed } from '../../notifications/channel-failed.ts'
import { notificationTasks } from '../../notifications/notification-tasks.ts'
import { hireOfficers, tellDeps } from '../../notifications/testing/post-office.ts'
import { startJobs } from '../../platform/jobs.ts'
import { relayOutbox, startRelay } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { floorTasks } from '../../secrecy/floor-journal.ts'
import { testDeps } from '../test-deps.ts'
import { countOf, fineTimes, timeColumns } from './fine-times.ts'

// A report without identity is filed at an odd instant, and the worker does everything that follows; then every column of every table
// that holds a time is read, the queue's own among them: none is finer than the hour.

const db = await testDatabase()
await hireOfficers(db)
const odd = new Date('2026-01-14T01:37:12.345Z')
const deps = testDeps(db, () => odd)
const app = makeApp(deps)
const mails = { refused: 0 }
/** The first letter is refused for now, the next because nobody lives there; every further one goes. */
const mailer = {
  keepsPreview: false,
  async send() {
    mails.refused += 1
    if (mails.refused === 1) throw new ChannelFailed('SMTP 451')
    if (mails.refused === 2) throw new ChannelFailed('SMTP 550 5.1.1', true)
  },
  close() {},
}
const lines: string[] = []
const log = pino(
  { level: 'info' },
  new Writable({
    write(line, _, done) {
      lines.push(String(line))
      done()
    },
  }),
)
const telling = { ...tellDeps(db, { now: () => odd, mailer }), log }
const tasks = { ...notificationTasks(telling), ...floorTasks({ db: db.worker, dataDir: deps.uploadsDir }) }

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
  const running = await startJobs({ url: db.urls.worker, log, tasks })
  const relay = startRelay(db.worker, log, 20)
  try {
    await expect.poll(() => countOf(db, sql`casework.outbox`)).toBe(0)
    await expect.poll(async () => (await jobs()).rows.filter(isToDo)).toEqual([])
  } finally {
    await relay.stop()
    await running.stop()
  }
}

test('every column that holds a time is looked at, the queue’s own among them', async () => {
  const names = (await timeColumns(db)).map(({ s, t, c }) => `${s}.${t}.${c}`)
  expect(names).toEqual(expect.arrayContaining(['graphile_worker._private_jobs.created_at', 'casework.escalation.at']))
})

test('while nothing is done yet, the queue says the hour in which such a report was filed, and no more', async () => {
  const before = await fineTimes(db)
  await file()
  await relayOutbox(db.worker)
  const { rows } = await jobs()
  expect(rows.length).toBeGreaterThan(0)
  expect(await fineTimes(db)).toEqual(before)
})
test.each([
  {},
  { confidential: true },
  { confidential: true, accused: ['Dinas Kesehatan Kota Kupang'], agencySlug: 'kota-kupang' },
])(
  'after everything was done that follows from filing without identity %j, no time anywhere is finer than the hour',
  async (fields) => {
    const before = await fineTimes(db)
    const { id, key } = await file(fields)
    const withdrawn = await app.request(`http://lapor.test/api/v1/reports/${id}/withdrawal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'report-key': key },
      body: '{}',
    })
    expect(withdrawn.status).toBe(200)
    await workUntilDone()
    expect(await fineTimes(db)).toEqual(before)
  },
)

test('work on such a report that has to wait waits until an hour is full, and says no more', async () => {
  const { rows } = await jobs()
  expect(mails.refused).toBeGreaterThan(0)
  expect(rows.filter(({ attempts }) => attempts === 1)).toHaveLength(1)
  for (const { run_at } of rows) expect(run_at.getTime() % 3_600_000).toBe(0)
  expect(rows[0]?.run_at.getTime()).toBeGreaterThan(Date.now())
})

test('no line of the log, which says when to the millisecond, leads to such a report', async () => {
  await file()
  await workUntilDone()
  const { rows } = await sql<{ id: string }>`
    select id::text from graphile_worker._private_jobs union all select id::text from identity.message
    union all select id::text from casework.report union all select tracking_id from casework.report`.execute(db.owner)
  const said = lines.map((line) => Object.entries(JSON.parse(line) as object).filter(([name]) => name !== 'time'))
  expect(said.length).toBeGreaterThan(0)
  const values = said.flatMap((entries) => entries.map(([, value]) => JSON.stringify(value).replaceAll('"', '')))
  expect(values.filter((value) => rows.some(({ id }) => value === id))).toEqual([])
})
