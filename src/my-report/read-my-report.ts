import { type Selectable, sql } from 'kysely'
import type { DB } from '../platform/schema.ts'
import { type PictureFiles, readPicture } from '../report/kept-pictures.ts'
import type { Tx } from '../report/as.ts'
import { asPublished } from '../report/audience.ts'
import { contentColumns } from '../report/keep-words.ts'
import { openWords } from '../report/keeper.ts'
import type { ReportRow } from '../report/move.ts'
import { type NewsOfReport, newsOf } from '../notifications/news.ts'
import { type KnownNumbers, knownNumbers } from '../secrecy/strange-numbers.ts'
import { understoodIn, type Understood } from '../secrecy/understood.ts'
import { shownWords, wordsOut } from '../secrecy/words-out.ts'
import { ReportNotFound } from '../report/refusals.ts'

/** `shown`: its words without what the public does not read of them. */
export type EventRow = Selectable<DB['casework.event']> & { shown: string | null }
/** `thumbnail` is a data: address, since no link on a page that a key opened may carry the key. */
export type MyPicture = { seq: number | null; width: number; height: number; thumbnail: string }

/** Everything the reporter may see of their own report: all of it but the offices' notes. */
export type MyReport = {
  report: ReportRow
  content: Selectable<DB['casework.content']>
  events: EventRow[]
  pictures: MyPicture[]
  /** Whom they named, and who we take that for. */
  accused: Understood[]
  /** The report that theirs was merged into, which everybody may open only where it is public. */
  parent: Parent | null
  /** Of the numbers of reports in all of it, those that everybody finds. */
  known: KnownNumbers
  /** What they chose to hear of it; undefined where nobody can be reached. */
  news: NewsOfReport | undefined
}

type Parent = { id: string; isPublic: boolean }

/**
 * Read a report as its reporter, inside `as(db, { role: 'reporter', reportId }, …)`: row-level security shows that one
 * report and leaves out what is the offices' alone.
 * @throws ReportNotFound
 */
export async function readMyReport(tx: Tx, files: PictureFiles, reportId: string): Promise<MyReport> {
  const report = await tx.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirst()
  const content = await tx
    .selectFrom('casework.content')
    .selectAll()
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (!report || !content) throw new ReportNotFound()
  const events = await tx
    .selectFrom('casework.event')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('audience', '<>', 'office')
    .orderBy('seq')
    .execute()
  const attachments = await tx
    .selectFrom('casework.attachment')
    .select(['id', 'seq', 'width', 'height'])
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .orderBy('position')
    .execute()
  const pictures = await Promise.all(
    attachments.map(async ({ id, ...picture }) => ({ ...picture, thumbnail: await inline(files, id) })),
  )
  const { keeper } = files.keys
  const out = wordsOut(events)
  const opened = {
    report: openWords(keeper, reportId, report, ['place']),
    content: openWords(keeper, reportId, content, contentColumns),
    events: asPublished(events)
      .map((event) => openWords(keeper, reportId, event, ['text']))
      .map((event) => ({ ...event, shown: shownWords(event.text, event.seq, out) })),
  }
  const { title, text } = opened.content
  const said = [title, text, opened.report.place, ...opened.events.map((event) => event.text)]
  return {
    ...opened,
    known: await knownNumbers(
      tx,
      reportId,
      said.map((words) => words ?? ''),
    ),
    pictures,
    parent: report.stage === 'merged' ? await parentOf(tx, reportId) : null,
    news: await newsOf(tx, reportId),
    accused: await understoodIn(tx, keeper, reportId),
  }
}

async function parentOf(tx: Tx, reportId: string): Promise<Parent | null> {
  const { rows } = await sql<Parent>`
    select parent as id, exists (select from publication.report where tracking_id = parent) as "isPublic"
    from casework.parent_of(${reportId}) as parent where parent is not null`.execute(tx)
  return rows[0] ?? null
}

async function inline(files: PictureFiles, id: string): Promise<string> {
  const kept = await readPicture(files, id, 'small')
  return kept ? `data:image/jpeg;base64,${Buffer.from(kept).toString('base64')}` : 'data:,'
}
