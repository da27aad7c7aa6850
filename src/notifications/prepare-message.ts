import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { clockThen } from '../report/clocks/clock-then.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { open } from '../platform/seal.ts'
import { prepareDigest } from './digest/prepare-digest.ts'
import { eventOf } from './event-of.ts'
import { hides } from '../report/hides.ts'
import { filerOf } from '../secrecy/filer.ts'
import { newsFrom } from './addresses.ts'
import { letterOf, mayNameTitle } from './letter.ts'
import { wants } from './news.ts'
import { mayHear } from './may-hear.ts'
import { smsText, smsWordingName } from './sms-text.ts'
import { isForReporter, readSmsTemplate, readTemplate } from './table.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'
import { wordingNow } from './wording/wordings.ts'

/**
 * The words of a message, made under the secrecy its report has now.
 * @returns undefined when it has gone already or is of a kind that is sent no more; `withheld` when it may not be heard any more,
 * `unwanted` when its reporter has chosen otherwise while it waited
 */
export async function prepareMessage(deps: TellDeps, messageId: string) {
  const { db, pair, rules, baseUrl, texter, now } = deps
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
        'held',
      ])
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .executeTakeFirst()
    if (!message) return undefined
    const hasWaited = message.held !== null || message.attempts > 0
    if (hasWaited && message.report_id && isForReporter(message.template)) {
      const news = newsFrom(await filerOf(tx, pair, message.report_id))
      if (!wants(news, message.template)) return 'unwanted' as const
    }
    const report = message.report_id ? await readReport(tx, message.report_id) : undefined
    const clock = report ? await clockOf(tx, report, message.dedupe) : null
    const ready = {
      to: open(pair, message.sealed_to),
      dedupe: message.dedupe,
      attempts: message.attempts,
      report_id: message.report_id,
      without_identity: report?.without_identity ?? false,
      isDigest: message.template === 'digest',
    }
    if (message.channel === 'sms') {
      const template = readSmsTemplate(message.template)
      const { about } = message
      if (!template) return undefined
      const words = template === 'status' && report && !hides(report) ? await lastWords(tx, report.id) : undefined
      const wording = await wordingNow(tx, 'sms', smsWordingName({ template, words }))
      const text = smsText({ template, report: report ?? null, clock, calendar, about, words, baseUrl, wording })
      return { ...ready, channel: 'sms' as const, letter: { subject: 'SMS', text: texter.fit(text) } }
    }
    if (message.template === 'digest' && message.account_id) {
      const letter = await prepareDigest(deps, messageId, message.account_id)
      return letter ? { ...ready, channel: 'email' as const, letter } : ('withheld' as const)
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
    const wording = await wordingNow(tx, 'email', template)
    const facts = { template, clock, report: report ?? null, title: words?.title, calendar, baseUrl, wording }
    return {
      ...ready,
      channel: 'email' as const,
      letter: letterOf({ ...facts, hasAccount: message.to_account }),
    }
  })
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
