import type { Tx } from '../../report/as.ts'
import { currentClock } from '../../report/clocks/advance.ts'
import type { Calendar } from '../../report/clocks/calendar.ts'
import { dayOf } from '../../report/clocks/day.ts'
import type { ReportRow } from '../../report/move.ts'
import { dueWords, type Letter } from '../letter.ts'
import { mayHear } from '../may-hear.ts'
import { digest as digestName, readTemplate, type Template } from '../table.ts'
import { readReport } from '../tell.ts'
import { titleFor } from '../title-for.ts'
import { wordingNow } from '../wording/wordings.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { type DigestReport, digestLetter, digestLine } from './digest-letter.ts'
import { officeOf } from './office-of.ts'

const t = wordsIn('id')

/**
 * The words of a digest, as its reports stand now. Letters about a report that is not its officer's any more are withheld for good.
 * @returns undefined when nothing is left to say
 */
export async function prepareDigest(
  tx: Tx,
  digest: { id: string; account_id: string },
  { calendar, baseUrl, at }: { calendar: Calendar; baseUrl: string; at: Date },
): Promise<Letter | undefined> {
  const letters = await tx
    .selectFrom('identity.message')
    .select(['id', 'template', 'report_id'])
    .where('within', '=', digest.id)
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
    if (!template || (report && !(await mayHear(tx, report, digest.account_id, at)))) withheld.push(id)
    else if (!report) others.add(`- ${await subjectOf(tx, template)}`)
    else {
      const known = reports.get(report.id)
      const title = known?.title ?? (await titleFor(tx, report, template))
      const said = [...(known?.said ?? []), await lineOf(tx, template, report, calendar, baseUrl)]
      reports.set(report.id, { report, title, said })
    }
  }
  if (withheld.length > 0) await withhold(tx, withheld)
  if (reports.size === 0 && others.size === 0) return undefined
  const office = await officeOf(tx, digest.account_id)
  const day = dayOf(at, office.zone)
  return digestLetter({
    reports: [...reports.values()],
    others: [...others],
    day,
    scope: office.agency_id,
    calendar,
    baseUrl,
    wording: await wordingNow(tx, 'email', digestName),
  })
}

async function lineOf(
  tx: Tx,
  template: Template,
  report: ReportRow,
  calendar: Calendar,
  baseUrl: string,
): Promise<string> {
  const clock = currentClock(report.clocks, report.stage)
  const due = dueWords({ template, report, clock, calendar, baseUrl, hasAccount: false })
  return digestLine(await subjectOf(tx, template), due)
}

/** In the desk's own words, where it has written any. */
async function subjectOf(tx: Tx, template: Template): Promise<string> {
  const wording = await wordingNow(tx, 'email', template)
  return wording?.subject ?? t[`notifications_${template}_subject`]
}

async function withhold(tx: Tx, ids: string[]) {
  const columns = { state: 'dead', last_error: 'not_theirs', held: null }
  await tx.updateTable('identity.message').set(columns).where('id', 'in', ids).execute()
}
