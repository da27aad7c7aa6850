import { sql } from 'kysely'
import type { Tx } from './as.ts'
import { hides, type Switched } from './hides.ts'
import { exactPoint, keptPoint } from './kept-point.ts'
import { isSealed, type Keeper, openWords } from './keeper.ts'
import type { ReportRow } from './move.ts'

/** Every word of a report as casework.words_of gives them and casework.keep_words takes them (migration 29). */
type Words = {
  report: Pick<ReportRow, 'place' | 'named_agency' | 'named_category' | 'lat' | 'lon' | 'point'>
  content: Record<(typeof contentColumns)[number], string | null>
  events: { seq: number; text: string; words_salt: string | null }[]
  accused: { position: number; named: string }[]
}

/** Those of casework.content that hold words. */
export const contentColumns = [
  'original_title',
  'original_text',
  'title',
  'text',
  'reporter_name',
  'shown_place',
] as const
/** Those of casework.report. */
export const reportColumns = ['place', 'named_agency', 'named_category'] as const

/**
 * Writes all words of a report the way `hiding` wants them: sealed for a confidential one, open for any other; in the caller's
 * transaction, before the move that makes it so. What is sealed is sealed anew, under the newest keys.
 */
export async function keepWords(tx: Tx, keeper: Keeper, reportId: string, hiding: Switched): Promise<void> {
  const { rows } = await sql<{ words: Words }>`select casework.words_of(${reportId}) as words`.execute(tx)
  const words = rows[0]?.words
  if (!words) return
  const kept = JSON.stringify(written(keeper, reportId, words, hiding))
  await sql`select casework.keep_words(${reportId}, ${kept}::jsonb)`.execute(tx)
}

function written(keeper: Keeper, id: string, { report, content, events, accused }: Words, hiding: Switched): Words {
  const sealed = <W extends string | null>(words: W) =>
    words === null || words === '' || !hiding.confidential ? words : keeper.sealWords(id, words)
  const place = openWords(keeper, id, report, reportColumns)
  const said = openWords(keeper, id, content, contentColumns)
  return {
    report: {
      place: sealed(place.place),
      named_agency: sealed(place.named_agency),
      named_category: sealed(place.named_category),
      ...keptPoint(keeper, id, exactPoint(keeper, { ...report, id }), hides(hiding)),
    },
    content: {
      original_title: sealed(said.original_title),
      original_text: sealed(said.original_text),
      title: sealed(said.title),
      text: sealed(said.text),
      shown_place: sealed(said.shown_place),
      reporter_name: said.reporter_name && keeper.sealIdentity(id, said.reporter_name),
    },
    events: events.map((event) => keptEvent(keeper, id, event, hiding.confidential)),
    accused: accused.map((row) => ({ ...row, named: sealed(openWords(keeper, id, row, ['named']).named) })),
  }
}

/** The commitment stays: the salt goes with the words, into the box or out of it. */
function keptEvent(keeper: Keeper, id: string, event: Words['events'][number], confidential: boolean) {
  const { seq, text } = event
  const opened = isSealed(text) ? keeper.openEvent(id, text) : null
  const words = opened?.words ?? text
  const salt = opened?.salt ?? Buffer.from(event.words_salt ?? '', 'hex')
  return confidential
    ? { seq, text: keeper.sealEvent(id, words, salt).text, words_salt: null }
    : { seq, text: words, words_salt: salt.toString('hex') }
}
