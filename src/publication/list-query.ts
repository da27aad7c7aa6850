import { type RawBuilder, sql } from 'kysely'
import type { Directory } from '../agencies/directory.ts'
import type { Db } from '../platform/db.ts'
import { addDays, startOfDay } from '../report/clocks/day.ts'
import { type Stage, stages } from '../report/lifecycle.ts'
import type { Cursor } from './cursor.ts'
import { agenciesUnder, categoriesUnder } from './everything-under.ts'
import type { ReportFilters } from './list-filters.ts'
import { lineColumns, packedRows } from './packed-rows.ts'
import type { SummaryRow } from './public-report.ts'

export type ListPage = { rows: SummaryRow[]; next: Cursor | null }

/** Degrees. */
export type Box = { west: number; south: number; east: number; north: number }
type Condition = RawBuilder<unknown>

/** Days of a list's filter are civil days of the national desk. */
const zone = 'Asia/Jakarta'

/** Withdrawn reports keep a page of their own, not a place among the others; ask for them by stage. */
const listed = stages.filter((stage) => stage !== 'withdrawn')

/**
 * One page of public reports, one query, nothing counted. Where a filter stands for several offices or categories, each
 * is read from its own index up to the page's length, so the work does not grow with the number of reports.
 */
export async function listReports(db: Db, filters: ReportFilters, directory: Directory, box?: Box): Promise<ListPage> {
  const rows = await packedRows(db, listQuery(filters, directory, box))
  const shown = rows.slice(0, filters.per)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > filters.per && last ? { publishedAt: last.published_at, id: last.tracking_id } : null,
  }
}

export function listQuery(filters: ReportFilters, directory: Directory, box?: Box): RawBuilder<SummaryRow> {
  const order = filters.order === 'oldest' ? sql`published_at, tracking_id` : sql`published_at desc, tracking_id desc`
  const branch = filters.q ? null : branchOf(filters, directory)
  const where = [...plainConditions(filters, box), ...(branch ? branch.conditions : allConditions(filters, directory))]
  const page = sql<SummaryRow>`select ${lineColumns} from publication.report where ${sql.join(where, sql` and `)}
    order by ${order} limit ${filters.per + 1}`
  if (!branch?.from) return page
  return sql<SummaryRow>`select found.* from ${branch.from} cross join lateral (${page}) found
    order by ${order} limit ${filters.per + 1}`
}

type Branch = { from: Condition | null; conditions: Condition[] }

/** The indexes of office and category go by stage too: each pair of them is one ordered run of an index. */
function branchOf(filters: ReportFilters, directory: Directory): Branch | null {
  const wanted = filters.agency
    ? { column: sql.ref('agency_id'), ids: agenciesUnder(directory, filters.agency) }
    : filters.category
      ? { column: sql.ref('category_id'), ids: categoriesUnder(directory, filters.category) }
      : null
  if (!wanted) return null
  const rest = filters.agency && filters.category ? [categoryCondition(filters.category, directory)] : []
  const wantedStages = filters.stage ? [filters.stage] : listed
  if (wanted.ids.length === 1 && wantedStages.length === 1)
    return {
      from: null,
      conditions: [sql`${wanted.column} = ${wanted.ids[0]}`, sql`stage = ${wantedStages[0]}`, ...rest],
    }
  return {
    from: sql`unnest(${wanted.ids}::text[]) run (id) cross join unnest(${wantedStages}::text[]) at (stage)`,
    conditions: [sql`${wanted.column} = run.id`, sql`report.stage = at.stage`, ...rest],
  }
}

function allConditions(filters: ReportFilters, directory: Directory): Condition[] {
  const conditions = [stageCondition(filters.stage)]
  if (filters.agency) conditions.push(sql`agency_id = any(${agenciesUnder(directory, filters.agency)}::text[])`)
  if (filters.category) conditions.push(categoryCondition(filters.category, directory))
  return conditions
}

function plainConditions(filters: ReportFilters, box: Box | undefined): Condition[] {
  const { q, stage, manner, kind, area, from, to, after, order } = filters
  const conditions: Condition[] = []
  if (manner) conditions.push(sql`manner = ${manner}`)
  if (q) conditions.push(sql`words @@ websearch_to_tsquery('indonesian', ${q})`)
  if (kind) conditions.push(sql`kind = ${kind}`)
  if (area) conditions.push(...areaConditions(area))
  // When they were published nobody knows any more: no day is theirs.
  if (stage === 'withdrawn' && (from || to)) conditions.push(sql`false`)
  if (from) conditions.push(sql`published_at >= ${startOfDay(from, zone)}`)
  if (to) conditions.push(sql`published_at < ${startOfDay(addDays(to, 1), zone)}`)
  if (box) conditions.push(sql`lat between ${box.south} and ${box.north} and lon between ${box.west} and ${box.east}`)
  if (after) {
    const beyond = order === 'oldest' ? sql`>` : sql`<`
    conditions.push(sql`(published_at, tracking_id) ${beyond} (${after.publishedAt}, ${after.id})`)
  }
  return conditions
}

/** Provinces and regencies have indexes of their own; below them the regency's is short enough. */
function areaConditions(code: string): Condition[] {
  if (code.length <= 2) return [sql`left(area_code, 2) = ${code}`]
  const regency = sql`left(area_code, 5) = ${code.slice(0, 5)}`
  return code.length <= 5 ? [regency] : [regency, sql`starts_with(area_code, ${code})`]
}

function stageCondition(stage: Stage | undefined): Condition {
  return stage ? sql`stage = ${stage}` : sql`stage <> 'withdrawn'`
}

function categoryCondition(category: string, directory: Directory): Condition {
  return sql`category_id = any(${categoriesUnder(directory, category)}::text[])`
}
