import { createToken } from '../../../accounts/token.ts'
import { makeDirectory } from '../../../agencies/directory.ts'
import { makeApp } from '../../../app.tsx'
import { makeMailer } from '../../../notifications/mail.ts'
import type { TellDeps } from '../../../notifications/tell-deps.ts'
import { mailServer } from '../../../notifications/testing/mail-server.ts'
import { deliverAll, tellDeps } from '../../../notifications/testing/post-office.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { randomId } from '../../../platform/uuid.ts'
import { aWednesday, testDeps, testKeys } from '../../../testing/test-deps.ts'
import { arrivalTasks } from '../../arrivals/arrival-tasks.ts'
import { takeEmail } from '../take-email.ts'
import { compose, type Written } from './compose.ts'
import { readLetter } from './read-letter.ts'

export const ourAddress = 'lapor@lapor.test'

/** Our mailbox with a hook before it and a real mail server behind it: people write, the worker works, people read. */
export async function mailWorld(
  db: TestDatabase,
  more: { app?: ReturnType<typeof makeApp>; trusts?: string } & Partial<Pick<TellDeps, 'log'>> = {},
) {
  const clock = { now: aWednesday }
  const outside = await mailServer()
  const site = testDeps(db, () => clock.now)
  const { app = makeApp(site), trusts, ...changed } = more
  const mailer = makeMailer({
    smtpUrl: outside.url,
    from: `LAPOR! <${ourAddress}>`,
    baseUrl: 'http://lapor.test',
    production: false,
  })
  const deps = tellDeps(db, { now: () => clock.now, mailer, ...changed })
  const taking = { ...deps, keys: testKeys, directory: makeDirectory(db.publicDb), uploadsDir: site.uploadsDir }
  const token = await createToken(db.owner, { purpose: 'gateway', label: 'email:kotak' }, clock.now)
  await db.owner
    .insertInto('identity.mailbox')
    .values({ id: randomId(), name: 'kotak', address: ourAddress, trusts, changed_at: clock.now })
    .execute()

  /** As a mail server calls us. @returns the status of our answer */
  async function hook(raw: Uint8Array | string, bearer = token) {
    clock.now = new Date(clock.now.getTime() + 1_000)
    const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${bearer}` }
    const body = new Uint8Array(Buffer.from(raw))
    return (await app.request('http://lapor.test/hooks/email', { method: 'POST', headers, body })).status
  }

  /** The worker does all that waits; the letters that people got of it, in order. */
  async function work() {
    const rows = await db.owner
      .deleteFrom('casework.outbox')
      .where('topic', '=', 'arrival')
      .returning(['id', 'report_id'])
      .execute()
    for (const row of rows.sort((one, other) => one.id - other.id)) await takeEmail(taking, row.report_id)
    const before = outside.mails.length
    await deliverAll(db, deps)
    return Promise.all(outside.mails.slice(before).map(readLetter))
  }

  /** A minute later: what still waits is asked about again. */
  async function sweep() {
    const once = { lastTry: false, signal: new AbortController().signal }
    await arrivalTasks(taking, { email: (id) => takeEmail(taking, id) }).arrivals({}, once)
    return work()
  }

  return {
    app,
    clock,
    taking,
    outside,
    hook,
    work,
    sweep,
    /** Somebody writes, and all that follows; the letters that they get. */
    async mail(written: Written) {
      await hook(await compose({ to: ourAddress, ...written }))
      return (await work()).filter(({ to }) => to === written.from.replace(/^.*<(.*)>$/, '$1'))
    },
    report: () =>
      db.owner.selectFrom('casework.report').selectAll().orderBy('filed_at', 'desc').executeTakeFirstOrThrow(),
    arrival: () =>
      db.owner
        .selectFrom('identity.arrival')
        .select(['outcome', 'reason', 'report_id', 'sealed'])
        .orderBy('arrived_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    async close() {
      mailer.close()
      await outside.close()
    },
  }
}
