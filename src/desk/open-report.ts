import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Role } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { asPublished, type Audience } from '../report/audience.ts'
import { foundNothing } from '../report/found-nothing.ts'
import { contentColumns, reportColumns } from '../report/keep-words.ts'
import { openWords } from '../report/keeper.ts'
import { exactPoint } from '../report/kept-point.ts'
import type { From, Move, Stage } from '../report/lifecycle.ts'
import type { ReportRow } from '../report/move.ts'
import { writtenId } from '../report/tracking-id.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import type { Opening } from '../secrecy/opening.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import { withoutWho, wordsAboutWho } from '../secrecy/words-about-who.ts'
import { shownWords, type WordsOut, wordsOut } from '../secrecy/words-out.ts'
import type { Duty } from './duty.ts'

export type OpenEvent = {
  seq: number
  at: Date
  move: Move
  from: From
  to: Stage
  role: Role
  /** The account that did it; never a reporter's. */
  actorId: string | null
  /** Its name on duty. */
  actorName: string | null
  agencyId: string | null
  audience: Audience
  /** As this actor reads it; of a report whose reporter hides, without what was taken out. */
  text: string | null
  /** Without what the public does not read of it. */
  shown: string | null
  /** Words were said that told who filed, and are not this actor's to read since that is hidden. */
  isTaken: boolean
  data: EventFacts
}

/** Facts of an event that are not words. */
export type EventFacts = {
  agency?: string
  unit?: string
  outcome?: 'solved' | 'explained' | 'cannot'
  suggested?: string
  reason?: string
  into?: string
  /** With a forwarding: earlier events whose words it left to the parties. */
  without?: number[]
  rating?: number
  /** Of an imported report: its status and rating in the system it came from; `status` in its own words, before migration 87. */
  oldStatus?: string
  status?: string
  oldRating?: number
}

/** The words, where the actor may read them. */
export type OpenWords = {
  originalTitle: string | null
  originalText: string
  title: string
  text: string
  /** The place as edited for the public; null: as the reporter wrote it (report.place). */
  shownPlace: string | null
  /** Only of reports whose reporter did not hide who they are. */
  reporterName: string | null
}

export type OpenPicture = { id: string; seq: number; width: number; height: number }

/** A report as one person at a desk may know it; what row-level security hides is absent here. */
export type OpenReport = {
  report: ReportRow
  words: OpenWords | null
  events: OpenEvent[]
  /** What the public does not read of what was said. */
  out: WordsOut
  pictures: OpenPicture[]
  /** Whom it accuses, as written; for the national desk alone. */
  accused: string[]
  /** Tracking IDs: the report it was merged into, and those merged into it. */
  mergedInto: string | null
  children: string[]
  officerName: string | null
  /** Break-glass through which this person reads it now; see opening-report.ts. */
  openings: readonly Opening[]
}

/**
 * Open a report by its ID in any writing, in one query. Undefined when there is none for this actor: row-level security and `can`
 * say so apart, and either of them is enough; words are opened only after both agreed.
 * @param openings break-glass grants that this transaction has looked through
 */
export async function openReport(
  tx: Tx,
  { actor, setting }: Pick<Duty, 'actor' | 'setting'>,
  trackingId: string,
  openings: readonly Opening[] = [],
): Promise<OpenReport | undefined> {
  const row = await tx
    .selectFrom('casework.report as r')
    .leftJoin('casework.content as c', 'c.report_id', 'r.id')
    .leftJoin('casework.report as parent', 'parent.id', 'r.merged_into')
    .leftJoin('identity.account as holder', 'holder.id', 'r.officer_id')
    .selectAll('r')
    .select([
      'c.original_title',
      'c.original_text',
      'c.title',
      'c.text',
      'c.reporter_name',
      'c.shown_place',
      'parent.tracking_id as parent_id',
      'holder.display_name as holder_name',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('casework.event as e')
          .leftJoin('identity.account as a', 'a.id', 'e.actor_id')
          .whereRef('e.report_id', '=', 'r.id')
          .select(['e.seq', 'e.at', 'e.move', 'e.from_stage as from', 'e.to_stage as to', 'e.actor_role as role'])
          .select(['e.actor_id as actorId', 'a.display_name as actorName', 'e.agency_id as agencyId', 'e.audience'])
          .select(['e.text', 'e.data'])
          .orderBy('e.seq'),
      ).as('events'),
      jsonArrayFrom(
        eb
          .selectFrom('casework.attachment as p')
          .whereRef('p.report_id', '=', 'r.id')
          .select(['p.id', 'p.seq', 'p.width', 'p.height'])
          .orderBy('p.seq')
          .orderBy('p.position'),
      ).as('pictures'),
      jsonArrayFrom(
        eb
          .selectFrom('casework.accused as x')
          .whereRef('x.report_id', '=', 'r.id')
          .select('x.named')
          .orderBy('x.position'),
      ).as('accused'),
      jsonArrayFrom(
        eb
          .selectFrom('casework.report as k')
          .whereRef('k.merged_into', '=', 'r.id')
          .select('k.tracking_id')
          .orderBy('k.id'),
      ).as('children'),
    ])
    .where('r.tracking_id', '=', writtenId(trackingId))
    .executeTakeFirst()
  if (!row) return foundNothing(tx, writtenId(trackingId))
  const facts = secrecyFacts(row, openings)
  if (!can(actor, 'see', 'case', facts, setting.now)) return undefined
  const { keeper } = setting.rules
  const isRead = row.original_text !== null && can(actor, 'see', 'casework', facts, setting.now)
  const opened = {
    ...openWords(isRead ? keeper : null, row.id, isRead ? row : { ...row, ...unread }, sealedColumns),
    ...(isRead ? exactPoint(keeper, row) : {}),
  }
  const { original_title, original_text, title, text, reporter_name, shown_place, parent_id, holder_name, ...more } =
    opened
  const { accused, children, ...report } = more
  const [events, pictures] = isRead ? [more.events, more.pictures] : [[], []]
  const taken = wordsAboutWho(events)
  const out = wordsOut(events)
  const isWhole = readsOriginal(actor, report, openings, setting.now)
  return {
    report,
    words:
      original_text === null || title === null || text === null
        ? null
        : {
            originalTitle: original_title,
            originalText: original_text,
            title,
            text,
            shownPlace: shown_place,
            reporterName: reporter_name,
          },
    events: withoutWho(actor, report, openings, asPublished(events), setting.now).map((event) => {
      const { text, ...said } = openWords(keeper, report.id, event, ['text'])
      const shown = shownWords(text, event.seq, out)
      return {
        ...said,
        text: isWhole ? text : shown,
        shown,
        isTaken: taken.has(event.seq) && event.text === null,
        at: new Date(event.at),
        audience: event.audience as Audience,
        data: event.data as EventFacts,
      }
    }),
    out,
    pictures: pictures.map((picture) => ({ ...picture, seq: picture.seq ?? 1 })),
    accused: [...new Set(accused.map((row) => openWords(keeper, report.id, row, ['named']).named))],
    mergedInto: parent_id,
    children: children.map((child) => child.tracking_id),
    officerName: holder_name,
    openings,
  }
}

/** Words that came with the row and are not this actor's to read. */
const unread = {
  original_title: null,
  original_text: null,
  title: null,
  text: null,
  reporter_name: null,
  shown_place: null,
}

const sealedColumns = [...contentColumns, ...reportColumns] as const
