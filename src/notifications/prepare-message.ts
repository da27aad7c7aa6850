import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { open } from '../platform/seal.ts'
import { prepareDigest } from './digest/prepare-digest.ts'
import { clockFor } from './clock-for.ts'
import { hides } from '../report/hides.ts'
import { filerOf } from '../secrecy/filer.ts'
import { newsFrom } from './addresses.ts'
import { lastWords } from './last-words.ts'
import { letterOf, mayNameTitle } from './letter.ts'
import { answerLetter, readMailAnswer } from './mail-answers.ts'
import { mailWay } from './mail-way.ts'
import { mayHear } from './may-hear.ts'
import { wants } from './news.ts'
import { isForReporter, readTemplate } from './table.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'
import { wordingNow } from './wording/wordings.ts'
import { xText } from './x-text.ts'

/**
 * The words of a letter, or of a message on X, made under the secrecy its report has now.
 * @returns undefined when it has gone already or is of a kind that is sent no more; else why it may not be heard any more, or is not
 * wanted since its reporter chose otherwise while it waited
 */
export async function prepareMessage(deps: TellDeps, messageId: string) {
  const { db, pair, rules, baseUrl, now } = deps
  const { calendar } = await rules()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select(['id', 'channel', 'dedupe', 'report_id', 'account_id', 'to_account'])
      .select(['template', 'about', 'sealed_to', 'attempts', 'state', 'held'])
      .where('id', '=', messageId)
      .where('channel', 'in', ['email', 'x'])
      .where('state', 'in', ['queued', 'failed'])
      .executeTakeFirst()
    if (!message) return undefined
    const hasWaited = message.held !== null || message.state === 'failed' || message.attempts > 0
    if (hasWaited && message.report_id && isForReporter(message.template)) {
      const news = newsFrom(await filerOf(tx, pair, message.report_id))
      if (!wants(news, message.template)) return 'not_wanted' as const
    }
    const report = message.report_id ? await readReport(tx, message.report_id) : undefined
    const clock = report ? await clockOf(tx, report, message.dedupe) : null
    const ready = {
      to: open(pair, message.sealed_to),
      attempts: message.attempts,
      report_id: message.report_id,
      account_id: message.account_id,
      without_identity: report?.without_identity ?? false,
      isDigest: message.template === 'digest',
      hidden: report ? hides(report) : false,
    }
    if (message.channel === 'x') {
      const { template, about } = message
      const words = template === 'status' && report && !hides(report) ? await lastWords(tx, report.id) : undefined
      const said = xText({ template, report: report ?? null, clock, calendar, about, words, baseUrl })
      if (said === undefined) return undefined
      if (said === 'withheld') return 'not_theirs' as const
      return { ...ready, channel: 'x' as const, letter: { subject: 'X', ...said } }
    }
    const way = await mailWay(tx, deps, message, report)
    if (message.template === 'digest' && message.account_id) {
      const letter = await prepareDigest(deps, messageId, message.account_id)
      return letter ? { ...ready, channel: 'email' as const, way, letter } : ('not_theirs' as const)
    }
    const answer = readMailAnswer(message.template)
    if (answer) {
      const words = answer === 'status' && report && !hides(report) ? await lastWords(tx, report.id) : undefined
      const said = { template: answer, report: report ?? null, clock, calendar, about: message.about, words }
      return { ...ready, channel: 'email' as const, way, letter: answerLetter(said) }
    }
    const template = readTemplate(message.template)
    if (!template) return undefined
    if (report && isForReporter(template) && template !== 'receipt' && (await wantsNoMail(tx, report.id)))
      return 'stopped' as const
    if (
      report &&
      message.account_id &&
      !isForReporter(template) &&
      !(await mayHear(tx, report, message.account_id, now()))
    )
      return 'not_theirs' as const
    const words =
      report && !hides(report) && mayNameTitle(template)
        ? await tx.selectFrom('casework.content').select('title').where('report_id', '=', report.id).executeTakeFirst()
        : undefined
    const wording = await wordingNow(tx, 'email', template)
    const facts = { template, clock, report: report ?? null, title: words?.title, calendar, baseUrl, wording }
    return {
      ...ready,
      channel: 'email' as const,
      way,
      letter: letterOf({ ...facts, hasAccount: message.to_account, way }),
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

async function wantsNoMail(tx: Tx, reportId: string): Promise<boolean> {
  const filing = await tx
    .selectFrom('identity.filing')
    .select('mail_stopped_at')
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return Boolean(filing?.mail_stopped_at)
}
