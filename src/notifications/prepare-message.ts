import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { filerOf } from '../secrecy/filer.ts'
import { openUnder } from '../secrecy/sealed-under.ts'
import { newsFrom } from './addresses.ts'
import { clockFor } from './clock-for.ts'
import { wants } from './news.ts'
import { overtakenOf } from './overtaken.ts'
import { digest, isForReporter } from './table.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'
import { oneByOne, wayOut } from './ways-out/ways-out.ts'

/**
 * A message of a door that sends one by one: its words, made under the secrecy its report has now, and its way out.
 * @returns undefined when it has gone already or is of a kind that is sent no more; else why it is not sent
 */
export async function prepareMessage(deps: TellDeps, messageId: string) {
  const { db, pair, rules } = deps
  const { calendar } = await rules()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select(['id', 'channel', 'dedupe', 'report_id', 'account_id', 'to_account', 'to_index'])
      .select(['template', 'about', 'sealed_to', 'attempts', 'state', 'held'])
      .where('id', '=', messageId)
      .where('channel', 'in', oneByOne())
      .where('state', 'in', ['queued', 'failed'])
      .executeTakeFirst()
    const way = message && wayOut(message.channel)
    if (!way) return undefined
    const report = message.report_id ? await readReport(tx, message.report_id) : undefined
    // The hourly letter goes when the first report of the hour came, whichever that was.
    const toTheHour = report ? report.without_identity : message.template === 'new_at_desk'
    const hasWaited = message.held !== null || message.state === 'failed' || message.attempts > 0
    if (hasWaited && message.report_id && isForReporter(message.template)) {
      const news = newsFrom(await filerOf(tx, pair, message.report_id))
      if (!wants(news, message.template)) return { withheld: 'not_wanted' as const, way, toTheHour }
    }
    if (hasWaited && (await overtakenOf(tx, [message])).size > 0)
      return { withheld: 'overtaken' as const, way, toTheHour }
    const clock = report ? await clockOf(tx, report, message.dedupe) : null
    const to = openUnder(pair, message.sealed_to)
    const ready = await way.prepare(tx, deps, { ...message, to }, { report, clock, calendar })
    if (!ready) return undefined
    if (typeof ready === 'string') return { withheld: ready, way, toTheHour }
    return {
      ...ready,
      way,
      to,
      attempts: message.attempts,
      report_id: message.report_id,
      account_id: message.account_id,
      dedupe: message.dedupe,
      toTheHour,
      isDigest: message.template === digest,
      /** A letter to a reporter or an officer: an answer to a mail may go to anybody who wrote one. */
      provesAddress: message.channel === 'email' && (message.account_id !== null || isForReporter(message.template)),
      hidden: report ? hides(report) : false,
    }
  })
}

async function clockOf(tx: Tx, report: ReportRow, dedupe: string): Promise<Clock | null> {
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'move', 'to_stage as to', 'at'])
    .where('report_id', '=', report.id)
    .execute()
  return clockFor(report, events, dedupe)
}
