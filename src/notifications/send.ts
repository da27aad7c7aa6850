import type { Updateable } from 'kysely'
import type { IdentityMessage } from '../platform/schema.ts'
import { system } from '../report/actor.ts'
import { actorOf, personFrom } from '../accounts/person.ts'
import { as, type Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { clockThen } from '../report/clocks/clock-then.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { open } from '../platform/seal.ts'
import { keptPreview } from './previews.ts'
import { eventOf } from './event-of.ts'
import { ChannelFailed } from './channel-failed.ts'
import { hides } from '../report/hides.ts'
import { letterOf, mayNameTitle } from './letter.ts'
import { callNext, takeTurn } from './sms-turn.ts'
import { smsText } from './sms-text.ts'
import { isForReporter, readSmsTemplate, readTemplate } from './table.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * Send one message, unless it has gone already. The words are made now, under the secrecy the report has now, and not kept.
 * @param lastTry a failure is then final
 * @throws ChannelFailed when it should be tried again later
 */
export async function sendMessage(deps: TellDeps, messageId: string, lastTry: boolean): Promise<void> {
  const ready = await prepare(deps, messageId)
  if (!ready) return
  if (ready === 'withheld') return withhold(deps, messageId)
  const { to, channel, letter, dedupe, attempts, report_id, without_identity } = ready
  if (channel === 'sms' && !(await takeTurn(deps, messageId))) return
  const set = (columns: Updateable<IdentityMessage> & { state: 'sent' | 'failed' | 'dead' }) =>
    as(deps.db, system, async (tx) => {
      await tx
        .updateTable('identity.message')
        .set({ ...columns, claimed_until: null })
        .where('id', '=', messageId)
        .where('state', '<>', 'sent')
        .execute()
      if (columns.state !== 'failed') await callNext(tx, messageId)
    })
  let isKept = channel === 'email' && deps.mailer.keepsPreview
  try {
    if (channel === 'email') await deps.mailer.send(to, letter, dedupe)
    else isKept = (await deps.texter.send(to, letter.text)) === 'kept'
  } catch (error) {
    if (!(error instanceof ChannelFailed)) throw error
    const isOver = error.forGood || lastTry
    await set({ state: isOver ? 'dead' : 'failed', attempts: attempts + 1, last_error: error.code })
    if (isOver) return deps.log.error({ message: messageId, reason: error.code }, 'a message could not be sent')
    throw error
  }
  const preview = isKept ? { preview: keptPreview(deps.pair.keeper, report_id, to, letter) } : {}
  const sentAt = without_identity ? {} : { sent_at: deps.now() }
  await set({ state: 'sent', attempts: attempts + 1, last_error: null, ...sentAt, ...preview })
}

/** It was theirs when it was queued; since then the report has gone elsewhere, or accuses them. */
async function withhold({ db, log }: TellDeps, messageId: string) {
  await as(db, system, (tx) =>
    tx
      .updateTable('identity.message')
      .set({ state: 'dead', last_error: 'not_theirs' })
      .where('id', '=', messageId)
      .execute(),
  )
  log.info({ message: messageId }, 'a message was withheld: the report is not theirs any more')
}

async function mayHear(tx: Tx, report: ReportRow, accountId: string, now: Date): Promise<boolean> {
  const account = await tx
    .selectFrom('identity.account')
    .select(['id', 'role', 'agency_id', 'display_name'])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return account !== undefined && can(actorOf(personFrom(account)), 'see', 'message', secrecyFacts(report), now)
}

/** A letter about an event names the day that it set, though the report may have gone on since. */
async function clockOf(tx: Tx, report: ReportRow, dedupe: string): Promise<Clock | null> {
  const seq = eventOf(dedupe)
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'move', 'to_stage as to', 'at'])
    .where('report_id', '=', report.id)
    .execute()
  const then = seq === undefined ? undefined : clockThen(report.clocks, events, seq)
  return then === undefined ? currentClock(report.clocks, report.stage) : then
}

/** What an office last said to the reporter, for a phone that asks; of a report that hides something it stays on its page. */
async function lastWords(tx: Tx, reportId: string): Promise<string | undefined> {
  const said = await tx
    .selectFrom('casework.event')
    .select('text')
    .where('report_id', '=', reportId)
    .where('audience', 'in', ['public', 'parties'])
    .where('actor_role', 'in', ['verifier', 'coordinator', 'officer'])
    .where('text', 'is not', null)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return said?.text ?? undefined
}

async function prepare({ db, pair, rules, baseUrl, texter, now }: TellDeps, messageId: string) {
  const { calendar } = await rules()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select([
        'dedupe',
        'report_id',
        'account_id',
        'to_account',
        'channel',
        'template',
        'about',
        'sealed_to',
        'attempts',
      ])
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .executeTakeFirst()
    if (!message) return undefined
    const report = message.report_id ? await readReport(tx, message.report_id) : undefined
    const clock = report ? await clockOf(tx, report, message.dedupe) : null
    const ready = {
      to: open(pair, message.sealed_to),
      dedupe: message.dedupe,
      attempts: message.attempts,
      report_id: message.report_id,
      without_identity: report?.without_identity ?? false,
    }
    if (message.channel === 'sms') {
      const template = readSmsTemplate(message.template)
      const { about } = message
      if (!template) return undefined
      const words = template === 'status' && report && !hides(report) ? await lastWords(tx, report.id) : undefined
      const text = smsText({ template, report: report ?? null, clock, calendar, about, words })
      return { ...ready, channel: 'sms' as const, letter: { subject: 'SMS', text: texter.fit(text) } }
    }
    const template = readTemplate(message.template)
    if (!template) return undefined
    if (
      report &&
      message.account_id &&
      !isForReporter(template) &&
      !(await mayHear(tx, report, message.account_id, now()))
    )
      return 'withheld' as const
    const words =
      report && !hides(report) && mayNameTitle(template)
        ? await tx.selectFrom('casework.content').select('title').where('report_id', '=', report.id).executeTakeFirst()
        : undefined
    const facts = { template, clock, report: report ?? null, title: words?.title, calendar, baseUrl }
    return {
      ...ready,
      channel: 'email' as const,
      letter: letterOf({ ...facts, hasAccount: message.to_account }),
    }
  })
}
