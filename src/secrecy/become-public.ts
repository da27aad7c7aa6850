import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Changes, ReportRow } from '../report/move.ts'
import { redact } from './personal-data/redact.ts'

/** Those that a reporter turns: true raises, false lowers. */
export type Switches = { anonymous?: boolean; confidential?: boolean }
type Content = { title: string; text: string; shown_place: string | null }

/** Words that nobody outside could read so far, as they would stand in public. */
export type Becoming = Partial<Record<'title' | 'text' | 'place', string>>

/** Words as they stand in public, edits taken in; empty: none is shown. The same as casework.place_shown. */
export function shownInPublic(
  { anonymous, place }: Pick<ReportRow, 'anonymous' | 'place'>,
  { title, text, shown_place }: Content,
): Record<keyof Becoming, string> {
  return { title, text, place: anonymous ? '' : (shown_place ?? place ?? '') }
}

/** How a report stands when its reporter has lowered these switches. An office that has had it makes it public. */
export function afterLowering(report: ReportRow, switches: Switches) {
  const anonymous = report.anonymous && switches.anonymous !== false
  const confidential = report.confidential && switches.confidential !== false
  const isForwarded = report.agency_id !== null || report.bounces > 0
  const isPublic = !confidential && (report.published_at !== null || isForwarded) && report.stage !== 'withdrawn'
  return { anonymous, confidential, isForwarded, isPublic }
}

/** What of it nobody has looked at as something for the public: it was forwarded as what the public never reads. */
export function becomingPublic(report: ReportRow, content: Content, switches: Switches): Becoming {
  const { anonymous, isPublic } = afterLowering(report, switches)
  if (!isPublic) return {}
  const shown = shownInPublic({ anonymous, place: report.place }, content)
  const becoming = isPublicNow(report) ? { place: report.anonymous ? shown.place : '' } : shown
  return Object.fromEntries(Object.entries(becoming).filter(([, words]) => words !== ''))
}

export function isPublicNow(report: ReportRow): boolean {
  return report.published_at !== null && !report.confidential && report.stage !== 'withdrawn'
}

/** The same, read for a report that the caller has locked. */
export async function readBecomingPublic(
  tx: Tx,
  keeper: Keeper,
  report: ReportRow,
  switches: Switches,
): Promise<Becoming> {
  const content = await tx
    .selectFrom('casework.content')
    .select(['title', 'text', 'shown_place'])
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  if (!content) return {}
  const opened = openWords(keeper, report.id, content, ['title', 'text', 'shown_place'])
  return becomingPublic(openWords(keeper, report.id, report, ['place']), opened, switches)
}

/** Each with `pieces` taken out. */
export function withoutPieces(becoming: Becoming, pieces: readonly string[]): Becoming {
  return Object.fromEntries(Object.entries(becoming).map(([path, words]) => [path, redact(words, pieces)]))
}

/** What taking `pieces` out changes in the report. */
export function edits(becoming: Becoming, pieces: readonly string[]): Pick<Changes, 'title' | 'text' | 'shown_place'> {
  const { title, text, place } = withoutPieces(becoming, pieces)
  return {
    ...(title === becoming.title ? {} : { title }),
    ...(text === becoming.text ? {} : { text }),
    ...(place === becoming.place ? {} : { shown_place: place }),
  }
}

/**
 * Of a report that everybody will read for the first time: what was said for everybody before. What is said while it is confidential is
 * for its parties anyway (report/prepare-move.ts), and what was public before is not taken back this way.
 */
export function unreadSoFar<E extends { seq: number; audience: string }>(report: ReportRow, events: readonly E[]): E[] {
  if (report.published_at !== null) return []
  return events.filter(({ seq, audience }) => audience === 'public' && seq > 1)
}
