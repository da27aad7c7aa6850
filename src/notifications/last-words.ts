import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'

/**
 * What an office last said to the reporter, a question included, for a phone or mailbox that asks; of a report that hides something
 * it stays on its page.
 */
export async function lastWords(tx: Tx, report: ReportRow | undefined): Promise<string | undefined> {
  if (!report || hides(report)) return undefined
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
