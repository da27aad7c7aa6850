import { sql } from 'kysely'
import { accusedKinds, type PrivateReport } from '../publication/api-schemas.ts'
import { type PublicRow, publicReport, type Reading } from '../publication/public-report.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { readFlags } from '../report/flags.ts'
import { contentColumns } from '../report/keep-words.ts'
import { exactPoint } from '../report/kept-point.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { ReportRow } from '../report/move.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import { saidOnce, understoodIn } from '../secrecy/understood.ts'
import { seeThroughOpening } from '../secrecy/see-through-opening.ts'
import { privatePictureUrl, readablePictures } from './private-pictures.ts'
import { readableThread, takenBack } from './private-thread.ts'

type Words = {
  original_title: string | null
  original_text: string | null
  title: string | null
  text: string | null
  shown_place: string | null
}
/** `place`: as the reporter wrote it; null also where it may not be known, for words may say as much as the point. */
type Written = Words & { place: string | null }
type Read = Words & { reporter_name: string | null }

const told = { blankDates: false, pictureUrl: privatePictureUrl }

/**
 * A report as its reporter, or an office that may know of it, is told: the public shape with what row-level security and
 * `can` add for this actor. Whoever may know of it but not read it is told stage, office, deadlines and switches.
 * @throws ReportNotFound
 */
export async function privateView(
  tx: Tx,
  keeper: Keeper,
  actor: Actor,
  reportId: string,
  reading: Reading,
): Promise<PrivateReport> {
  const report = await tx.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirst()
  if (!report) throw new ReportNotFound()
  const openings = await seeThroughOpening(tx, actor, 'casework', report, 'page', reading.now)
  const words = openings && (await wordsOf(tx, keeper, reportId))
  if (!openings || !words) return view(actor, report, undefined, unread(report), reading)
  const original = readsOriginal(actor, report, openings, reading.now)
  const mayKnowPlace = can(actor, 'see', 'exact_point', secrecyFacts(report), reading.now)
  const { place } = openWords(keeper, reportId, { place: report.place }, ['place'])
  const row = {
    ...report,
    ...(mayKnowPlace ? exactPoint(keeper, report) : { lat: report.public_lat, lon: report.public_lon }),
    place: mayKnowPlace ? (words.shown_place ?? (place || null)) : null,
    title: words.title,
    text: words.text,
    shown_name: nameFor(actor, report, words, reading.now),
    published_at: report.published_at ?? report.filed_at,
    merged_into: report.merged_into && (await parentOf(tx, reportId)),
    updated_at: report.last_at,
    thread: await readableThread(tx, actor, report, openings, { keeper, now: reading.now }),
    pictures: await readablePictures(tx, reportId),
  }
  const shown = original
    ? { ...words, place: mayKnowPlace ? place || null : null }
    : { ...words, original_title: null, original_text: null, place: null }
  const taken = actor.role === 'reporter' ? await takenBack(tx, reportId) : []
  return {
    ...view(actor, report, shown, row, reading),
    ...(taken.length > 0 ? { takenBack: taken } : {}),
    ...(actor.role === 'reporter' ? { accused: await accusedOf(tx, keeper, reportId, reading) } : {}),
  }
}

async function accusedOf(
  tx: Tx,
  keeper: Keeper,
  reportId: string,
  { directory }: Reading,
): Promise<PrivateReport['accused']> {
  const accused = await understoodIn(tx, keeper, reportId)
  return saidOnce(accused).map(({ named, kind, unitId }) => ({
    named,
    understood: accusedKinds.find((one) => one === kind) ?? null,
    office: unitId ? { slug: unitId, name: directory.agency(unitId)?.name ?? unitId } : null,
  }))
}

/** What is left to say to whoever moved a report out of their own sight: its ID, and the stage that they brought it to. */
export function lostView(actor: Actor, before: ReportRow, stage: ReportRow['stage'], reading: Reading): PrivateReport {
  const report = { ...before, stage, agency_id: null, unit_id: null, clocks: [], manner: null }
  return { ...view(actor, report, undefined, unread(report), reading), publishedAt: null }
}

function view(actor: Actor, report: ReportRow, words: Written | undefined, row: PublicRow, reading: Reading) {
  const { directory } = reading
  const unit = report.unit_id
  return {
    ...publicReport(row, reading, told),
    publishedAt: report.published_at?.toISOString() ?? null,
    readable: words !== undefined,
    originalTitle: words?.original_title ?? null,
    originalText: words?.original_text ?? null,
    originalPlace: words?.place ?? null,
    anonymous: report.anonymous,
    confidential: report.confidential,
    withoutIdentity: report.without_identity,
    version: report.last_seq,
    ...(actor.role === 'reporter'
      ? {}
      : {
          unit: unit === null ? null : { slug: unit, name: directory.agency(unit)?.name ?? unit },
          ...(words ? { flags: readFlags(report.flags) } : {}),
          returnedTimes: report.bounces,
        }),
  }
}

/** Existence without content: no words, no place, no topic, nobody's name. */
function unread(report: ReportRow): PublicRow {
  const nothing = { title: null, text: null, shown_name: null, place: null, lat: null, lon: null, rating: null }
  return {
    ...report,
    ...nothing,
    category_id: null,
    area_code: null,
    outcome: null,
    merged_into: null,
    published_at: report.published_at ?? report.filed_at,
    updated_at: report.last_at,
    thread: [],
    pictures: [],
  }
}

async function wordsOf(tx: Tx, keeper: Keeper, reportId: string): Promise<Read | undefined> {
  const row = await tx.selectFrom('casework.content').selectAll().where('report_id', '=', reportId).executeTakeFirst()
  return row && nothingAsNull(openWords(keeper, reportId, row, contentColumns))
}

/** What was erased, or can be opened no more, is told like what was never there. */
function nothingAsNull(row: Read): Read {
  const { title, text, original_title, original_text, reporter_name } = row
  return {
    title: title || null,
    text: text || null,
    original_title: original_title || null,
    original_text: original_text || null,
    reporter_name: reporter_name || null,
    shown_place: row.shown_place,
  }
}

function nameFor(actor: Actor, report: ReportRow, words: Read, now: Date): string | null {
  return can(actor, 'see', 'name', secrecyFacts(report), now) ? (words.reporter_name ?? report.shown_name) : null
}

/** The ID of the report that this one was merged into, where the actor may know it. */
async function parentOf(tx: Tx, reportId: string): Promise<string | null> {
  const { rows } = await sql<{ parent: string | null }>`select casework.parent_of(${reportId}) as parent`.execute(tx)
  return rows[0]?.parent ?? null
}
