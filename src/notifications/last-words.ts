import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'

/** `at`: when it was said. */
export type LastWords = { text: string; at: Date }

/**
 * What an office last said to the reporter, a question included, for a phone or mailbox that asks; of a report that hides something
 * it stays on its page. What was merged hears what was said publicly of the report that it belongs to now, unless that one hides something.
 */
export async function lastWords(tx: Tx, report: ReportRow | undefined): Promise<LastWords | undefined> {
  if (!report || hides(report)) return undefined
  if (report.stage === 'merged') return publicWordsOf(tx, report.merged_into)
  const said = await tx
    .selectFrom('casework.event')
    .select(['text', 'at'])
    .where('report_id', '=', report.id)
    .where((or) => or.or([or('audience', 'in', ['public', 'parties']), or('move', '=', 'hold')]))
    .where('actor_role', 'in', ['verifier', 'coordinator', 'officer'])
    .where('text', 'is not', null)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return said?.text ? { text: said.text, at: said.at } : undefined
}

/** As the public copy has it: words that were left to the parties of the parent are not for whoever was merged with it. */
async function publicWordsOf(tx: Tx, parentId: string | null): Promise<LastWords | undefined> {
  const copy = await tx
    .selectFrom('casework.report as r')
    .innerJoin('publication.report as copy', 'copy.report_id', 'r.id')
    .select('copy.thread')
    .where('r.id', '=', parentId)
    .where('r.confidential', '=', false)
    .where('r.anonymous', '=', false)
    .executeTakeFirst()
  const lines = (copy?.thread ?? []) as { actor: string; text?: string; at: string }[]
  const said = lines.findLast(({ actor, text }) => text && (actor === 'desk' || actor === 'agency'))
  return said?.text ? { text: said.text, at: new Date(said.at) } : undefined
}
