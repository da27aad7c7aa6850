import type { Tx } from '../../report/as.ts'
import { prepareDigest } from '../digest/prepare-digest.ts'
import { lastWords } from '../last-words.ts'
import { type Letter, letterOf, letterWordingName } from '../letter.ts'
import { answerLetter, mailWordingName, readMailAnswer } from '../mail-answers.ts'
import { type MailWay, mailWay } from '../mail-way.ts'
import { pageLinkByMail } from '../page-link.ts'
import { mayHear } from '../may-hear.ts'
import { isReadByLink } from '../read-by-link.ts'
import { digest, isForReporter, readTemplate } from '../table.ts'
import type { TellDeps } from '../tell-deps.ts'
import { titleFor } from '../title-for.ts'
import type { Withheld } from '../withheld.ts'
import { wordingNow } from '../wording/wordings.ts'
import type { Due, Facts, WayOut } from './way-out.ts'

/** Letters: each with its own way back. */
export const byEmail: WayOut = {
  async prepare(tx, deps, message, facts) {
    const way = await mailWay(tx, deps, message, facts.report)
    const letter = await letterFor(tx, deps, message, facts, way)
    if (typeof letter !== 'object') return letter
    const { mailer } = deps
    const leave = async () => {
      await mailer.send(message.to, letter, way)
      return mailer.keepsPreview ? 'kept' : 'sent'
    }
    return { letter, leave }
  },
}

/** A digest, the answer to a mail, or one letter by its template. */
async function letterFor(
  tx: Tx,
  { baseUrl, now, pair, indexSecret }: TellDeps,
  { id, to, account_id, to_account: hasAccount, template: name, about }: Due,
  { report, clock, calendar }: Facts,
  way: MailWay,
): Promise<Letter | Withheld | undefined> {
  if (name === digest && account_id) {
    return (await prepareDigest(tx, { id, account_id }, { calendar, baseUrl, at: now() })) ?? 'not_theirs'
  }
  const answer = readMailAnswer(name)
  if (answer) {
    const words = answer === 'status' ? (await lastWords(tx, report))?.text : undefined
    const link = isReadByLink(answer, report)
      ? await pageLinkByMail(tx, { id, to }, report, { pair, indexSecret, baseUrl, now: now() })
      : undefined
    const wording = await wordingNow(tx, 'email', mailWordingName({ template: answer, words, link }))
    const facts = { clock, calendar, baseUrl, about, words, wording, link }
    return answerLetter({ template: answer, report: report ?? null, ...facts })
  }
  const template = readTemplate(name)
  if (!template) return undefined
  if (report && isForReporter(template)) {
    if (template !== 'receipt' && (await wantsNoMail(tx, report.id))) return 'stopped'
  } else if (report && account_id && !(await mayHear(tx, report, account_id, now()))) return 'not_theirs'
  const title = report && (await titleFor(tx, report, template))
  const facts = { template, clock, report: report ?? null, title, calendar, baseUrl, hasAccount, way }
  const wording = await wordingNow(tx, 'email', letterWordingName(facts))
  return letterOf({ ...facts, wording })
}

async function wantsNoMail(tx: Tx, reportId: string): Promise<boolean> {
  const filing = await tx
    .selectFrom('identity.filing')
    .select('mail_stopped_at')
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return Boolean(filing?.mail_stopped_at)
}
