import { z } from 'zod'
import type { Directory } from '../agencies/directory.ts'
import type { ProblemError } from '../platform/problem.ts'
import { stages } from '../report/lifecycle.ts'
import { filterNames, kinds, manners, maxPer, orders, type ReportFilters, readFilters } from './list-filters.ts'
import type { Box } from './list-query.ts'

const text = z.string().optional()

/** The query of GET /reports, as documented; values are judged by `readListQuery`. */
export const listQuerySchema = z.object({
  q: text.describe('Words to search for, as in a web search.'),
  status: z
    .enum([...stages, ...manners])
    .optional()
    .describe('`confirmed` and `silent` are the two ways of `closed`.'),
  klasifikasi: z.enum(kinds).optional(),
  kategori: text.describe('Slug of a category; those below it are included.'),
  instansi: text.describe('Slug or name of an office; those below it are included.'),
  wilayah: text.describe('Code or name of an area; those below it are included.'),
  dari: z.iso.date().optional().describe('Published on or after this day (WIB).'),
  sampai: z.iso.date().optional().describe('Published on or before this day (WIB).'),
  urut: z.enum([orders.newest, orders.oldest]).optional(),
  bbox: text.describe('west,south,east,north in degrees; south ≤ north, west ≤ east.'),
  limit: z.coerce.number().int().min(1).max(maxPer).optional().describe('20 unless said; more than 100 is refused.'),
  cursor: text.describe('`next` of the page before.'),
  per: text.describe('The same as `limit`, which counts when both are sent.'),
  setelah: text.describe('The same as `cursor`, which counts when both are sent.'),
})

export type ListQuery = { ok: true; filters: ReportFilters; box?: Box } | { ok: false; errors: ProblemError[] }

/** Programs hear of every value that means nothing, instead of a list that is not what they asked for. */
export function readListQuery(query: Record<string, string>, directory: Directory): ListQuery {
  const { limit, cursor, bbox, ...rest } = query
  const { filters, ignored } = readFilters(
    { ...rest, per: limit ?? rest.per, setelah: cursor ?? rest.setelah },
    directory,
  )
  const names: Partial<Record<(typeof filterNames)[number], string>> = {
    ...(limit === undefined ? {} : { per: 'limit' }),
    ...(cursor === undefined ? {} : { setelah: 'cursor' }),
  }
  const errors = ignored.map((name) => wrong(names[name] ?? name))
  if (!ignored.includes('per') && Number(limit ?? rest.per) > maxPer) errors.push(tooMany(names.per ?? 'per'))
  const box = bbox === undefined ? undefined : readBox(bbox)
  if (box === null) errors.push(wrong('bbox'))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, filters, box: box ?? undefined }
}

function readBox(written: string): Box | null {
  const edges = written.split(',').map((edge) => (edge.trim() === '' ? Number.NaN : Number(edge)))
  const [west = 0, south = 0, east = 0, north = 0] = edges
  const inside = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  const isBox = edges.length === 4 && edges.every(Number.isFinite) && inside && west <= east && south <= north
  return isBox ? { west, south, east, north } : null
}

function tooMany(path: string): ProblemError {
  return { path, code: 'too_big', message: `Paling banyak ${maxPer}.` }
}

function wrong(path: string): ProblemError {
  return { path, code: 'unknown_value', message: `Nilai "${path}" tidak dikenal.` }
}
