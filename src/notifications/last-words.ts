import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'

/**
 * What an office last said to the reporter, a question included, for a phone or mailbox that asks; of a report that hides something
 * it stays on its page. What was merged hears what was said publicly of the report that it belongs to now, unless that one hides something.
 */
export async function lastWords(tx: Tx, report: ReportRow | undefined): Promise<string | undefined> {
  if (!report || hides(report)) return undefined
  if (report.stage === 'merged') return publicWordsOf(tx, report.merged_into)
  const said = await tx
    .selectFrom('casework.event')
    .select('text')
    .where('report_id', '=', report.id)
    .where((or) => or.or([or('audience', 'in', ['public', 'parties']), or('move', '=', 'hold')]))
    .where('actor_role', 'in', ['verifier', 'coordinator', 'officer'])
    .where('text', 'is not', null)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return said?.text ?? undefined
}

async function publicWordsOf(tx: Tx, parentId: string | null): Promise<string | undefined> {
  const said = await tx
    .selectFrom('casework.report as r')
    .innerJoin('publication.report as copy', 'copy.report_id', 'r.id')
    .innerJoin('casework.event as e', 'e.report_id', 'r.id')
    .select('e.text')
    .where('r.id', '=', parentId)
    .where('r.confidential', '=', false)
    .where('r.anonymous', '=', false)
    .where('e.audience', '=', 'public')
    .where('e.actor_role', 'in', ['verifier', 'coordinator', 'officer'])
    .where('e.text', 'is not', null)
    .orderBy('e.seq', 'desc')
    .executeTakeFirst()
  return said?.text ?? undefined
}
