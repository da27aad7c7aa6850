import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { ReportRow } from '../report/move.ts'
import { can } from '../secrecy/can.ts'
import { judgedColumns, secrecyFacts } from '../secrecy/facts.ts'
import { type Cursor, writeCursor } from './desk-cursor.ts'
import type { DeskFilters } from './desk-filters.ts'
import { type Shelf, type ShelfName, shelves } from './shelves.ts'

const columns = [
  ...judgedColumns,
  'tracking_id',
  'manner',
  'resume_stage',
  'kind',
  'channel',
  'named_agency',
  'filed_at',
  'last_at',
  'due_at',
  'due_day',
  'clocks',
  'bounces',
  'reopened',
  'overdue_since',
  'ombudsman_at',
  'flags',
] as const satisfies (keyof ReportRow)[]

/** One line of a desk's list. `title` is null where the words may not be read. */
export type DeskRow = Pick<ReportRow, (typeof columns)[number]> & { title: string | null }

export type DeskList = { rows: DeskRow[]; next: string | undefined }

export type ListWish = {
  shelf: ShelfName
  filters?: DeskFilters
  /** Only what this agency has. */
  agencyId?: string
  after?: Cursor
  limit: number
  now: Date
  keeper: Keeper
}

/** A page of a shelf, as `actor` may see it: one query, by keyset. */
export async function listReports(tx: Tx, actor: Actor, wish: ListWish): Promise<DeskList> {
  const shelf: Shelf = shelves[wish.shelf]
  const conditions = [shelf.where, ...ownPart(actor, wish.shelf), ...narrowed(wish), ...beyond(wish.after, shelf.order)]
  const order = shelf.order === 'urgent' ? sql`r.due_at, r.tracking_id` : sql`r.last_at desc, r.tracking_id desc`
  const { rows } = await sql<DeskRow>`
    select ${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}, c.title
    from casework.report r left join casework.content c on c.report_id = r.id
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${wish.limit + 1}`.execute(tx)
  const page = rows.slice(0, wish.limit).flatMap((row) => judgedLine(actor, wish, row) ?? [])
  return { rows: page, next: rows.length > wish.limit ? cursorAt(rows[wish.limit - 1], shelf.order) : undefined }
}

/** The line as this actor may know it; undefined where `can` says that there is none, whatever the database said. */
function judgedLine(actor: Actor, { keeper, now }: ListWish, row: DeskRow): DeskRow | undefined {
  const facts = secrecyFacts(row)
  if (!can(actor, 'see', 'case', facts, now)) return undefined
  const isRead = row.title !== null && can(actor, 'see', 'casework', facts, now)
  return openWords(isRead ? keeper : null, row.id, isRead ? row : { ...row, title: null }, ['title', 'named_agency'])
}

/** Row-level security shows no more than what is theirs; this says which part of it, in words that an index knows. */
function ownPart(actor: Actor, shelf: ShelfName): RawBuilder<SqlBool>[] {
  const office = actor.agencyId ?? ''
  if (actor.role === 'coordinator' && shelf === 'waiting')
    return [sql`r.own_door_id = ${office} and r.agency_id is null and r.stage in ('received', 'on_hold')`]
  if (actor.role === 'coordinator') return [sql`r.agency_id = ${office}`]
  return actor.role === 'officer' ? [sql`r.unit_id = ${office}`] : []
}

function narrowed({ shelf, filters = {}, agencyId, now }: ListWish): RawBuilder<SqlBool>[] {
  return [
    ...(shelf === 'overdue' ? [sql<SqlBool>`r.due_at <= ${now}`] : []),
    ...(agencyId ? [sql<SqlBool>`r.agency_id = ${agencyId}`] : []),
    ...(filters.number ? [sql<SqlBool>`(${numbered(filters)})`] : []),
    ...(filters.kind ? [sql<SqlBool>`r.kind = ${filters.kind}`] : []),
    ...(filters.overdue
      ? [
          sql<SqlBool>`(r.overdue_since is not null or (r.due_at <= ${now} and r.stage in ('received', 'forwarded', 'in_progress')))`,
        ]
      : []),
    ...(filters.unlooked
      ? [sql<SqlBool>`(r.stage = 'received' and r.published_at is null and r.flags @> '{imported_unlooked}')`]
      : []),
    ...(filters.returned ? [sql<SqlBool>`r.bounces > 0`] : []),
  ]
}

/** Part of our number, or the whole of the one that it had in the system it was brought in from. */
function numbered({ id, number }: DeskFilters): RawBuilder<SqlBool> {
  const old = sql<SqlBool>`r.import_id = ${number}`
  return id ? sql<SqlBool>`r.tracking_id like ${`%${id}%`} or ${old}` : old
}

function beyond(after: Cursor | undefined, order: Shelf['order']): RawBuilder<SqlBool>[] {
  if (!after) return []
  return order === 'urgent'
    ? [sql`(r.due_at, r.tracking_id) > (${after.at}::timestamptz, ${after.trackingId}::text)`]
    : [sql`(r.last_at, r.tracking_id) < (${after.at}::timestamptz, ${after.trackingId}::text)`]
}

function cursorAt(row: DeskRow | undefined, order: Shelf['order']): string | undefined {
  const at = order === 'urgent' ? row?.due_at : row?.last_at
  return row && at ? writeCursor({ at, trackingId: row.tracking_id }) : undefined
}
