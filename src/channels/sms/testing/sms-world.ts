import { createToken } from '../../../accounts/token.ts'
import { makeDirectory } from '../../../agencies/directory.ts'
import { makeApp } from '../../../app.tsx'
import { withdrawReport } from '../../../closing/withdraw-report.ts'
import { addresseeOf } from '../../../notifications/previews.ts'
import type { TellDeps } from '../../../notifications/tell-deps.ts'
import { deliverAll, tellDeps } from '../../../notifications/testing/post-office.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { as } from '../../../report/as.ts'
import { aWednesday, testDeps, testKeeper, testKeys } from '../../../testing/test-deps.ts'
import { arrivalTasks } from '../../arrivals/arrival-tasks.ts'
import { takeSms } from '../take-sms.ts'

/** What a phone heard: its number, and the words. */
export type Heard = { to: string; text: string }

/** 1708 with Kannel before it: phones send, the worker works, phones hear. Through another `app`, log or texter when given. */
export async function smsWorld(
  db: TestDatabase,
  more: { app?: ReturnType<typeof makeApp> } & Partial<Pick<TellDeps, 'log' | 'texter'>> = {},
) {
  const clock = { now: aWednesday }
  const { app = makeApp(testDeps(db, () => clock.now)), ...changed } = more
  const deps = tellDeps(db, { now: () => clock.now, ...changed })
  const taking = { ...deps, keys: testKeys, directory: makeDirectory(db.publicDb) }
  const token = await createToken(db.owner, { purpose: 'gateway', label: 'sms:kannel' }, clock.now)
  let sent = 0

  /** As Kannel calls us. @returns the status of our answer */
  async function hook(fields: Record<string, string | Buffer>) {
    const all = { token, to: '1708', charset: 'UTF-8', coding: '0', id: `${++sent}`, ...fields }
    const query = Object.entries(all)
      .map(([name, value]) => `${name}=${percent(Buffer.from(value))}`)
      .join('&')
    return (await app.request(`http://lapor.test/hooks/sms/kannel?${query}`)).status
  }

  /** The worker does all that waits, so many at a time; what phones heard of it, in order. */
  async function work(atOnce = 1): Promise<Heard[]> {
    // What is decided about earlier messages waits once more.
    for (let waiting = await arrived(); waiting.length > 0; waiting = await arrived()) {
      const worker = async () => {
        for (let row = waiting.shift(); row; row = waiting.shift()) await takeSms(taking, row.report_id)
      }
      await Promise.all(Array.from({ length: atOnce }, worker))
    }
    const before = new Set((await heard()).map(({ id }) => id))
    await deliverAll(db, deps)
    return (await heard()).filter(({ id }) => !before.has(id)).map(({ to, text }) => ({ to, text }))
  }

  async function arrived() {
    const rows = await db.owner
      .deleteFrom('casework.outbox')
      .where('topic', '=', 'arrival')
      .returning(['id', 'report_id'])
      .execute()
    return rows.sort((one, other) => one.id - other.id)
  }

  async function heard() {
    const rows = await db.owner
      .selectFrom('identity.message')
      .select(['id', 'preview'])
      .where('channel', '=', 'sms')
      .where('state', '=', 'sent')
      .where('preview', 'is not', null)
      .orderBy('created_at')
      .orderBy('turn')
      .execute()
    return rows.map(({ id, preview }) => {
      const kept = preview as unknown as { to: string; text: string; report?: string }
      return { id, to: addresseeOf(testKeeper, kept), text: kept.text }
    })
  }

  /** A minute later: what still waits is asked about again. */
  async function sweep() {
    await arrivalTasks(taking, { sms: (id) => takeSms(taking, id) }).arrivals(
      {},
      { lastTry: false, signal: new AbortController().signal },
    )
    return work()
  }

  /** Whoever filed takes the report back, by its page. */
  async function withdraw(reportId: string) {
    const reporter = { role: 'reporter', reportId } as const
    const setting = { rules: await taking.rules(), directory: await taking.directory(), now: clock.now }
    await as(db.web, reporter, (tx) => withdrawReport(tx, reporter, reportId, setting))
  }

  return {
    app,
    clock,
    taking,
    hook,
    work,
    sweep,
    withdraw,
    /** A phone writes, and all that follows. */
    async sms(from: string, text: string): Promise<string[]> {
      await hook({ from, text })
      return (await work()).filter(({ to }) => to === from).map((one) => one.text)
    },
    report: () =>
      db.owner.selectFrom('casework.report').selectAll().orderBy('filed_at', 'desc').executeTakeFirstOrThrow(),
  }
}

/** Octets as Kannel writes them into an address. */
function percent(octets: Buffer): string {
  return [...octets].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
}
