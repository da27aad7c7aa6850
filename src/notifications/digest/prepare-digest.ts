import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { currentClock } from '../../report/clocks/advance.ts'
import type { Calendar } from '../../report/clocks/calendar.ts'
import { nationalDesk } from '../../report/clocks/clocks.ts'
import { dayOf } from '../../report/clocks/day.ts'
import { hides } from '../../report/hides.ts'
import { openWords } from '../../report/keeper.ts'
import { dueWords, type Letter, mayNameTitle } from '../letter.ts'
import { mayHear } from '../may-hear.ts'
import { readTemplate, type Template } from '../table.ts'
import { readReport } from '../tell.ts'
import type { TellDeps } from '../tell-deps.ts'
import { wordingNow } from '../wording/wordings.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { type DigestReport, digestLetter } from './digest-letter.ts'

const t = wordsIn('id')

/**
 * The words of a digest, as its reports stand now. Letters about a report that is not its officer's any more are withheld for good.
 * @returns undefined when nothing is left to say
 */
export async function prepareDigest(deps: TellDeps, digestId: string, accountId: string): Promise<Letter | undefined> {
  const { db, rules, now, baseUrl } = deps
  const [at, { calendar }] = [now(), await rules()]
  return as(db, system, async (tx) => {
    const letters = await tx
      .selectFrom('identity.message')
      .select(['id', 'template', 'report_id'])
      .where('within', '=', digestId)
      .where('state', '=', 'queued')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    const reports = new Map<string, DigestReport>()
    const others = new Set<string>()
    const withheld: string[] = []
    for (const { id, template: name, report_id } of letters) {
      const template = readTemplate(name)
      const report = report_id ? await readReport(tx, report_id) : undefined
      if (!template || (report && !(await mayHear(tx, report, accountId, at)))) withheld.push(id)
      else if (!report) others.add(`- ${t[`notifications_${template}_subject`]}`)
      else {
        const known = reports.get(report.id)
        const title = known?.title ?? (await titleFor(tx, deps, report, template))
        const said = [...(known?.said ?? []), await lineOf(tx, template, report, calendar, baseUrl)]
        reports.set(report.id, { report, title, said })
      }
    }
    if (withheld.length > 0) await withhold(tx, withheld)
    if (reports.size === 0 && others.size === 0) return undefined
    const office = await officeOf(tx, accountId)
    const day = dayOf(at, office.zone ?? nationalDesk.zone)
    return digestLetter({
      reports: [...reports.values()],
      others: [...others],
      day,
      scope: office.agency_id,
      calendar,
      baseUrl,
    })
  })
}

type Report = NonNullable<Awaited<ReturnType<typeof readReport>>>

/** What the letter's subject says, and by when, as far as the letter itself may say it. */
async function lineOf(
  tx: Tx,
  template: Template,
  report: Report,
  calendar: Calendar,
  baseUrl: string,
): Promise<string> {
  const clock = currentClock(report.clocks, report.stage)
  const due = dueWords({ template, report, clock, calendar, baseUrl, hasAccount: false })
  const wording = await wordingNow(tx, 'email', template)
  const subject = wording?.subject ?? t[`notifications_${template}_subject`]
  return due ? t.digest_line_due(subject, due) : subject
}

/** Only where the letter itself may name it (secrecy.md, messages going out). */
async function titleFor(tx: Tx, { pair }: TellDeps, report: Report, template: Template): Promise<string | undefined> {
  if (hides(report) || !mayNameTitle(template)) return undefined
  const content = await tx
    .selectFrom('casework.content')
    .select('title')
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return content && openWords(pair.keeper, report.id, content, ['title']).title
}

async function withhold(tx: Tx, ids: string[]) {
  const columns = { state: 'dead', last_error: 'not_theirs', held: null }
  await tx.updateTable('identity.message').set(columns).where('id', 'in', ids).execute()
}

function officeOf(tx: Tx, accountId: string) {
  return tx
    .selectFrom('identity.account as a')
    .leftJoin('publication.agency as g', 'g.id', 'a.agency_id')
    .select(['a.agency_id', 'g.zone'])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
}
