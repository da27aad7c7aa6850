import type { Selectable } from 'kysely'
import type { IdentityMessage } from '../platform/schema.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { open } from '../platform/seal.ts'
import { prepareDigest } from './digest/prepare-digest.ts'
import { clockFor } from './clock-for.ts'
import { hides } from '../report/hides.ts'
import { filerOf } from '../secrecy/filer.ts'
import { newsFrom } from './addresses.ts'
import { lastWords } from './last-words.ts'
import { type Letter, letterOf } from './letter.ts'
import { answerLetter, mailWordingName, readMailAnswer } from './mail-answers.ts'
import { type MailWay, mailWay } from './mail-way.ts'
import { mayHear } from './may-hear.ts'
import { wants } from './news.ts'
import { smsWordingName } from './sms-text.ts'
import { isForReporter, readTemplate, readXTemplate } from './table.ts'
import { readReport } from './tell.ts'
import { titleFor } from './title-for.ts'
import type { TellDeps } from './tell-deps.ts'
import { wordingNow } from './wording/wordings.ts'
import type { Withheld } from './withheld.ts'
import { xText } from './x-text.ts'

/** What its words are made of. */
type Facts = { report: ReportRow | undefined; clock: Clock | null; calendar: Calendar }

/**
 * The words of a letter, or of a message on X, made under the secrecy its report has now.
 * @returns undefined when it has gone already or is of a kind that is sent no more; else why it is not sent
 */
export async function prepareMessage(deps: TellDeps, messageId: string) {
  const { db, pair, rules, baseUrl } = deps
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
    const facts = { report, clock: report ? await clockOf(tx, report, message.dedupe) : null, calendar }
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
      const said = await onX(tx, baseUrl, message, facts)
      if (typeof said !== 'object') return said
      return { ...ready, channel: 'x' as const, letter: { subject: 'X', ...said } }
    }
    const way = await mailWay(tx, deps, message, report)
    const letter = await emailOf(tx, deps, message, facts, way)
    return typeof letter === 'object' ? { ...ready, channel: 'email' as const, way, letter } : letter
  })
}

/** As the desk says it on X, which is not as it says it by SMS. */
async function onX(
  tx: Tx,
  baseUrl: string,
  { template: name, about }: Pick<Selectable<IdentityMessage>, 'template' | 'about'>,
  { report, ...facts }: Facts,
) {
  const template = readXTemplate(name)
  if (!template) return undefined
  const words = template === 'status' ? await lastWords(tx, report) : undefined
  const wording = await wordingNow(tx, 'x', smsWordingName({ template, words }))
  return xText({ ...facts, template, report: report ?? null, about, words, baseUrl, wording })
}

/** A digest, the answer to a mail, or one letter by its template. */
async function emailOf(
  tx: Tx,
  { baseUrl, now }: TellDeps,
  message: Pick<Selectable<IdentityMessage>, 'id' | 'template' | 'account_id' | 'to_account' | 'about'>,
  { report, clock, calendar }: Facts,
  way: MailWay,
): Promise<Letter | Withheld | undefined> {
  const { id, account_id, about } = message
  if (message.template === 'digest' && account_id) {
    return (await prepareDigest(tx, { id, account_id }, { calendar, baseUrl, at: now() })) ?? 'not_theirs'
  }
  const answer = readMailAnswer(message.template)
  if (answer) {
    const words = answer === 'status' ? await lastWords(tx, report) : undefined
    const wording = await wordingNow(tx, 'email', mailWordingName({ template: answer, words }))
    return answerLetter({ template: answer, report: report ?? null, clock, calendar, about, words, wording })
  }
  const template = readTemplate(message.template)
  if (!template) return undefined
  if (report && isForReporter(template)) {
    if (template !== 'receipt' && (await wantsNoMail(tx, report.id))) return 'stopped'
  } else if (report && account_id && !(await mayHear(tx, report, account_id, now()))) return 'not_theirs'
  const title = report && (await titleFor(tx, report, template))
  const wording = await wordingNow(tx, 'email', template)
  const hasAccount = message.to_account
  return letterOf({ template, clock, report: report ?? null, title, calendar, baseUrl, hasAccount, wording, way })
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
