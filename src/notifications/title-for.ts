import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { mayNameTitle } from './letter.ts'
import type { Template } from './table.ts'

/** The report's title, only where a letter of this kind may name it (secrecy.md, messages going out). */
export async function titleFor(tx: Tx, report: ReportRow, template: Template): Promise<string | undefined> {
  if (hides(report) || !mayNameTitle(template)) return undefined
  const content = await tx
    .selectFrom('casework.content')
    .select('title')
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return content?.title
}
