import { skeleton } from '../accounts/skeleton.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { writtenId } from '../report/tracking-id.ts'

/**
 * The words of an edited report that nobody wrote before: not its reporter, nor who edited it last. Those are the editor's own.
 * Nothing of a report that this transaction may not read.
 * @param edited how title, text and place would stand
 */
export async function addedWords(tx: Tx, keeper: Keeper, trackingId: string, edited: string): Promise<string> {
  const row = await tx
    .selectFrom('casework.content as c')
    .innerJoin('casework.report as r', 'r.id', 'c.report_id')
    .select(['r.id', 'r.place', 'c.original_title', 'c.original_text', 'c.title', 'c.text', 'c.shown_place'])
    .where('r.tracking_id', '=', writtenId(trackingId))
    .executeTakeFirst()
  if (!row) return ''
  const { id, ...sealed } = row
  const before = openWords(keeper, id, sealed, Object.keys(sealed) as (keyof typeof sealed)[])
  const known = new Set(Object.values(before).flatMap((words) => piecesOf(words ?? '').map(skeleton)))
  return piecesOf(edited)
    .filter((piece) => !known.has(skeleton(piece)))
    .join(' ')
}

function piecesOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
