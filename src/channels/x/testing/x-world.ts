import { createHmac } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll } from 'vitest'
import { makeDirectory } from '../../../agencies/directory.ts'
import { makeApp } from '../../../app.tsx'
import type { TellDeps } from '../../../notifications/tell-deps.ts'
import { deliverAll, tellDeps } from '../../../notifications/testing/post-office.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { aWednesday, testDeps, testKeyPair, testKeys } from '../../../testing/test-deps.ts'
import { setAccount } from '../set-account.ts'
import { readAccount } from '../api/account.ts'
import { catchUp } from '../listen.ts'
import { makePoster } from '../poster.ts'
import { takeX } from '../take-x.ts'
import { xTasks } from '../x-tasks.ts'
import { testXKeys, us } from './x-people.ts'
import { startXServer } from './x-server.ts'

/** X, our account there, and the worker between; time stands still unless the test moves it. */
export async function xWorld(
  db: TestDatabase,
  more: Partial<Pick<TellDeps, 'log'>> & { app?: ReturnType<typeof makeApp> } = {},
) {
  const clock = { now: aWednesday }
  const now = () => clock.now
  const x = await startXServer(now)
  const site = testDeps(db, now)
  const { app = makeApp(site), ...changed } = more
  const base = tellDeps(db, { now, ...changed })
  const poster = makePoster({
    db: db.worker,
    now,
    pair: base.pair,
    indexSecret: testKeys.indexSecret,
    production: true,
  })
  const deps = { ...base, poster }
  const taking = { ...deps, keys: testKeys, directory: makeDirectory(db.publicDb), uploadsDir: site.uploadsDir }
  const account = {
    apiUrl: x.url,
    mediaUrl: x.url,
    directMediaUrl: x.url,
    userId: us.id,
    handle: us.username,
    keys: testXKeys,
  }
  const sealing = { owner: db.owner, sealTo: testKeyPair.publicKey, keeper: testKeys.keeper }
  await setAccount(sealing, account, aWednesday)
  afterAll(async () => {
    await x.close()
    rmSync(site.config.dataDir, { recursive: true, force: true })
  })

  /** The worker reads what is new at X and does all that waits. */
  async function work() {
    const known = await readAccount(db.worker, testKeyPair)
    const listening = { ...taking, pause: () => Promise.resolve() }
    if (known) await catchUp(listening, known)
    await take()
  }

  async function take(atOnce = 1) {
    // What is decided about earlier messages waits once more.
    for (let waiting = await arrived(); waiting.length > 0; waiting = await arrived()) {
      const one = async () => {
        for (let row = waiting.shift(); row; row = waiting.shift()) await takeX(taking, row.report_id)
      }
      await Promise.all(Array.from({ length: atOnce }, one))
    }
    await deliverAll(db, deps)
  }

  async function arrived() {
    const rows = await db.owner
      .deleteFrom('casework.outbox')
      .where('topic', '=', 'arrival')
      .returning(['id', 'report_id'])
      .execute()
    return rows.sort((one, other) => one.id - other.id)
  }

  /** A minute and an hour later: what is looked after by the timetable. */
  async function minute() {
    const attempt = { lastTry: false, signal: new AbortController().signal }
    const tasks = xTasks(taking)
    await tasks.x({}, attempt)
    await tasks.x_posts({}, attempt)
    await take()
  }

  /** As X calls us. @returns the status of our answer */
  async function hook(body: object | string, secret = testXKeys.apiSecret) {
    const raw = typeof body === 'string' ? body : JSON.stringify(body)
    const signature = `sha256=${createHmac('sha256', secret).update(raw).digest('base64')}`
    const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': signature }
    return (await app.request('http://lapor.test/hooks/x', { method: 'POST', body: raw, headers })).status
  }

  const later = (ms = 3_600_000) => {
    clock.now = new Date(clock.now.getTime() + ms)
  }
  const reports = (since = aWednesday) =>
    db.owner
      .selectFrom('casework.report')
      .selectAll()
      .where('filed_at', '>=', since)
      .orderBy('filed_at')
      .orderBy('id')
      .execute()
  const outcomes = (since = aWednesday) =>
    db.owner
      .selectFrom('identity.arrival')
      .select(['outcome', 'reason', 'report_id'])
      .where('door', '=', 'x')
      .where('arrived_at', '>=', since)
      .orderBy('arrived_at')
      .orderBy('id')
      .execute()
  return { app, x, clock, later, account, sealing, taking, deps, work, take, minute, hook, reports, outcomes }
}
