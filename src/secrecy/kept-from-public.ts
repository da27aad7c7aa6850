import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { isPublicNow, shownInPublic } from './become-public.ts'
import { printOf } from './print-of.ts'
import { outOf, seqsIn, wordsOut } from './words-out.ts'

/** `event`: its hash, hexadecimal; `out`: what the public does not read of its words, its number being 0. */
export type RedactedEvent = { event: string; out: number[] }

/** Of which events the words went back to the parties as their reporter came to hide, by their hashes, hexadecimal. */
export async function eventsTakenBack(tx: Tx, reportId: string): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(e.hash, 'hex') as hash from casework.event e
    where e.report_id = ${reportId} and exists (
      select from casework.event f
      where f.report_id = e.report_id and f.move = 'raise_secrecy' and f.seq > e.seq and f.data -> 'without' @> to_jsonb(e.seq))
    order by e.seq`.execute(tx)
  return rows.map(({ hash }) => hash)
}

/** Of which events the public reads only part of the words, by their hashes, hexadecimal, and what it does not read. */
export async function eventsRedacted(tx: Tx, reportId: string): Promise<RedactedEvent[]> {
  const redactions = await tx
    .selectFrom('casework.event')
    .select(['seq', 'move', 'data'])
    .where('report_id', '=', reportId)
    .where('move', '=', 'redact')
    .orderBy('seq')
    .execute()
  const out = wordsOut(redactions)
  if (out.length === 0) return []
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'hash'])
    .where('report_id', '=', reportId)
    .where('seq', 'in', seqsIn(out))
    .orderBy('seq')
    .execute()
  return events.map(({ seq, hash }) => ({ event: hash.toString('hex'), out: [...outOf(seq, out)] }))
}

/** What the public reads of a report; undefined: nothing. `isEdited`: not all of what was filed. */
export async function publicWords(
  tx: Tx,
  report: ReportRow,
): Promise<{ print: string; isEdited: boolean } | undefined> {
  if (!isPublicNow(report)) return undefined
  const content = await tx
    .selectFrom('casework.content')
    .select(['original_title', 'original_text', 'title', 'text', 'shown_place'])
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  if (!content) return undefined
  const { original_title, original_text, title, text, shown_place } = content
  return {
    print: printOf(shownInPublic(report, content)),
    isEdited: text !== original_text || title !== (original_title ?? title) || shown_place !== null,
  }
}
