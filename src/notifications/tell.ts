import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'
import type { Recipient } from './addresses.ts'
import { oneOfEvent } from './event-of.ts'
import { printAccount } from './print-account.ts'
import { heldSince } from './held-since.ts'
import { type Message, queueMessages } from './queue-messages.ts'
import { recipientsOf } from './recipients.ts'
import { type Telling, tellingsOf } from './table.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * Tell whoever the table says of one event of a report: of the offices, those that had it then and have it still. Doing it
 * twice tells nobody twice.
 */
export async function tell(deps: TellDeps, reportId: string, seq: number): Promise<void> {
  const now = deps.now()
  await as(deps.db, system, async (tx) => {
    const [event, ...later] = await tx
      .selectFrom('casework.event')
      .select(['seq', 'move', 'actor_role', 'actor_id', 'audience'])
      .where('report_id', '=', reportId)
      .where('seq', '>=', seq)
      .orderBy('seq')
      .execute()
    const report = await readReport(tx, reportId)
    if (!event || event.seq !== seq || !report) return
    if (event.move === 'submit') await printAccount(tx, deps, reportId)
    const since = later.map(({ move }) => move)
    const messages: Message[] = []
    for (const telling of tellingsOf(event.move, event.actor_role, event.audience)) {
      const held = heldSince(report, telling.to, since)
      const recipients = held ? await recipientsOf(tx, deps.pair, held, telling.to, now, telling.say) : []
      const others = recipients.filter(
        (recipient) => recipient.accountId === null || recipient.accountId !== event.actor_id,
      )
      messages.push(...others.map((recipient) => messageFor(recipient, telling, seq, now)))
    }
    await queueMessages(tx, deps.pair, messages, timeKept(report, now))
  })
}

function messageFor(to: Recipient, { to: who, say }: Telling, seq: number, now: Date): Message {
  return who === 'desk_hourly'
    ? { to, template: say, dedupe: `hourly ${say} ${hour(now)} ${to.person} ${to.channel}`, aboutNoReport: true }
    : { to, template: say, dedupe: oneOfEvent(to.reportId, seq, `${say} ${to.person} ${to.channel}`) }
}

/** Read afresh: a message is about the report as it stands now, under the secrecy it has now. */
export async function readReport(tx: Tx, reportId: string): Promise<ReportRow | undefined> {
  return tx.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirst()
}

function hour(now: Date): string {
  return now.toISOString().slice(0, 13)
}
