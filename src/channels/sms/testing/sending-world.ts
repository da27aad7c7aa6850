import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../../../accounts/contact.ts'
import { queueMessages } from '../../../notifications/queue-messages.ts'
import { sendSms } from '../../../notifications/send-sms.ts'
import { tellDeps } from '../../../notifications/testing/post-office.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import { testKeys, testOpener } from '../../../testing/test-deps.ts'
import type { TexterDeps } from '../texter.ts'
import { testTexter } from './test-texter.ts'

/** Whoever sends our SMS, a phone to hear them, and what is known of each afterwards. */
export function sendingWorld(db: TestDatabase) {
  const clock = { now: new Date('2026-01-14T04:00:00Z') }
  let phones = 0
  const world = {
    clock,
    phone: '',
    deps: tellDeps(db),

    /** No gateway, no message, and a phone that heard nothing yet. */
    async begin(): Promise<void> {
      await sql`truncate identity.message, identity.early_receipt cascade`.execute(db.owner)
      // How it goes with a gateway may still be written while the next test begins: its row is waited for.
      await db.owner.deleteFrom('identity.gateway').execute()
      world.phone = `+62812666${String(++phones).padStart(5, '0')}`
      clock.now = new Date('2026-01-14T04:00:00Z')
      world.work()
    },

    /** A worker begins, with the gateways that are rows; never leaving one alone. */
    work(more: Partial<TexterDeps> = {}): void {
      const times = { answerMs: 5_000, restMs: [0, 0] as const, ...more.times }
      const texter = testTexter(db, { now: () => clock.now, ...more, times })
      world.deps = tellDeps(db, { texter, now: () => clock.now })
    },

    /** @returns the message's id */
    async queue(other?: string): Promise<string> {
      const address = other ?? world.phone
      const to = { person: 'sender', reportId: '', accountId: null, channel: 'sms', address } as const
      const toIndex = blindIndex(testKeys.indexSecret, 'phone', address)
      const dedupe = randomUUID()
      const message = { to: { ...to, toIndex }, template: 'help', dedupe, aboutNoReport: true } as const
      await as(db.worker, system, (tx) => queueMessages(tx, testOpener, [message], clock.now))
      const row = await db.owner.selectFrom('identity.message').select('id').where('dedupe', '=', dedupe).execute()
      return row[0]?.id ?? ''
    },

    /** A worker of little patience, for gateways that say nothing. */
    workImpatiently(): void {
      world.work({ times: { answerMs: 150 } })
    },

    async send(id: string): Promise<void> {
      await (await sendSms(world.deps, [id])).settled
    },

    /** All that is due. */
    async sendDue(): Promise<void> {
      await (await sendSms(world.deps, 100)).settled
    },

    later(ms: number): void {
      clock.now = new Date(clock.now.getTime() + ms)
    },

    stateOf: (id: string) =>
      db.owner
        .selectFrom('identity.message')
        .select(['state', 'gateway', 'delivery', 'last_error', 'attempts', 'first_gateway'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
  }
  return world
}
