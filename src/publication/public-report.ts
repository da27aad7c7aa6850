import type { Selectable } from 'kysely'
import type { Directory } from '../agencies/directory.ts'
import type { DB } from '../platform/schema.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Move } from '../report/lifecycle.ts'
import type { Locale } from '../ui/locale.ts'
import { type Manner, statusLook, statusWord } from '../ui/status.ts'
import type { PublicReport, ReportSummary } from './api-schemas.ts'
import { deadlinesOf, isOverdue } from './deadlines.ts'
import { isLate } from './is-late.ts'

type Row = Selectable<DB['publication.report']>

/** An event as the public copy keeps it: offices by slug, `at` as PostgreSQL writes an instant in JSON. */
export type CopiedEvent = {
  seq: number
  at: string
  actor: 'reporter' | 'agency' | 'desk' | 'system'
  agency?: string
  to?: string
  move: Move
  text?: string
  outcome?: 'solved' | 'explained' | 'cannot'
  rating?: number
}

/** A picture of the public copy; `seq` is the event it came with, sizes in pixels. */
export type CopiedPicture = { id: string; seq: number; width: number; height: number }

/** The whole public copy of one report, as report-query.ts reads it. */
export type PublicRow = Omit<Row, 'words' | 'report_id' | 'thread' | 'due_at' | 'overdue_since'> & {
  thread: CopiedEvent[]
  pictures: CopiedPicture[]
}

/** The columns that a list shows. */
export type SummaryRow = Pick<
  Row,
  | 'tracking_id'
  | 'stage'
  | 'manner'
  | 'kind'
  | 'title'
  | 'filed_at'
  | 'published_at'
  | 'answered_at'
  | 'agency_id'
  | 'category_id'
  | 'area_code'
  | 'lat'
  | 'lon'
  | 'due_at'
  | 'overdue_since'
>

/** What turns codes into names and clocks into deadlines. */
export type Reading = { directory: Directory; calendar: Calendar; now: Date; locale: Locale }

/** How a copy is told: `blankDates`: only ID and status are left; `pictureUrl`: where its pictures are served. */
export type Telling = { blankDates: boolean; pictureUrl(trackingId: string, attachmentId: string): Picture }

type Picture = { url: string; thumbnail: string }

/** One line of a list as the API tells it. */
export function reportSummary(row: SummaryRow, reading: Reading): ReportSummary {
  return summary(row, isLate(row, reading.now), reading, isBlank(row))
}

/**
 * One report as the API tells it (contract.md). Deadlines and names are derived now, not stored.
 * @param telling the public's unless said: of a withdrawn report it keeps ID and status
 */
export function publicReport(
  row: PublicRow,
  reading: Reading,
  telling: Telling = { blankDates: isBlank(row), pictureUrl: publicPicture },
): PublicReport {
  const { calendar, now, locale, directory } = reading
  return {
    ...summary(row, isOverdue(row, calendar, now), reading, telling.blankDates),
    text: row.text,
    channel: row.channel,
    place: row.place,
    reporter: row.shown_name === null ? null : { name: row.shown_name },
    outcome: row.outcome as PublicReport['outcome'],
    rating: row.rating,
    archiveReason: row.archive_reason,
    mergedInto: row.merged_into,
    reopened: row.reopened,
    pictures: row.pictures.map(({ id, seq, width, height }) => ({
      ...telling.pictureUrl(row.tracking_id, id),
      width,
      height,
      entry: row.thread.findIndex((event) => event.seq === seq),
    })),
    deadlines: deadlinesOf(row, calendar, now, locale),
    thread: row.thread.map((event) => ({
      at: new Date(event.at).toISOString(),
      actor: event.actor,
      agency: officeNamed(directory, event.agency),
      move: event.move,
      to: officeNamed(directory, event.to),
      text: event.text,
      outcome: event.outcome,
      rating: event.rating,
    })),
    updatedAt: telling.blankDates ? null : row.updated_at.toISOString(),
  }
}

/** Where a public picture is served; '/kecil' behind it is the thumbnail. */
export function pictureUrl(trackingId: string, attachmentId: string): string {
  return `/laporan/${trackingId}/foto/${attachmentId}`
}

function publicPicture(trackingId: string, attachmentId: string): Picture {
  const url = pictureUrl(trackingId, attachmentId)
  return { url, thumbnail: `${url}/kecil` }
}

/** A withdrawn report's public side keeps ID and status only (domain, section 5). */
function isBlank({ stage }: Pick<Row, 'stage'>): boolean {
  return stage === 'withdrawn'
}

function summary(
  row: Omit<SummaryRow, 'due_at' | 'overdue_since'>,
  overdue: boolean,
  reading: Reading,
  blankDates: boolean,
): ReportSummary {
  const { directory, locale } = reading
  const manner = row.manner as Manner | null
  const category = row.category_id === null ? undefined : directory.category(row.category_id)
  const area = row.area_code === null ? undefined : directory.area(row.area_code)
  return {
    id: row.tracking_id,
    kind: row.kind as ReportSummary['kind'],
    title: row.title,
    filedAt: blankDates ? null : row.filed_at.toISOString(),
    publishedAt: blankDates ? null : row.published_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    status: {
      code: row.stage,
      label: statusWord(locale, row.stage, manner),
      colour: statusLook(row.stage, manner).colour,
      ...(manner ? { manner } : {}),
    },
    overdue,
    agency: officeNamed(directory, row.agency_id) ?? null,
    category: category ? { slug: category.id, name: locale === 'en' ? category.nameEn : category.nameId } : null,
    area: area ? { code: area.code, name: area.name } : null,
    location: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
  }
}

function officeNamed(directory: Directory, id: string | null | undefined) {
  if (!id) return undefined
  return { slug: id, name: directory.agency(id)?.name ?? id }
}
