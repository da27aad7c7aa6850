import type { Directory } from '../agencies/directory.ts'
import { type Day, isDay } from '../report/clocks/day.ts'
import { type Stage, stages } from '../report/lifecycle.ts'
import type { Manner } from '../ui/status.ts'
import { findArea } from '../agencies/find-area.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'

export const kinds = ['complaint', 'aspiration', 'information_request'] as const
export type Kind = (typeof kinds)[number]

export const manners = ['confirmed', 'silent'] as const satisfies readonly Manner[]

export const orders = { newest: 'terbaru', oldest: 'terlama' } as const
export type Order = keyof typeof orders

/** What a list shows. Office, category and area stand for themselves and all below them. Days are civil days in Jakarta. */
export type ReportFilters = {
  q?: string
  stage?: Stage
  /** How a closed report was closed. */
  manner?: Manner
  kind?: Kind
  category?: string
  agency?: string
  area?: string
  from?: Day
  to?: Day
  order: Order
  after?: Cursor
  per: number
}

/** The names of the query, as in contract.md. */
export const filterNames = [
  'q',
  'status',
  'klasifikasi',
  'kategori',
  'instansi',
  'wilayah',
  'dari',
  'sampai',
  'urut',
  'setelah',
  'per',
] as const
export type FilterName = (typeof filterNames)[number]

export const defaultPer = 20
export const maxPer = 100
const maxWords = 200

/** `ignored`: names whose value means nothing here; the list is shown without them and says so. */
export type ReadFilters = { filters: ReportFilters; ignored: FilterName[] }

/** Reads a list's query. Office and area may be written by name; whatever is wrong is left out, never refused. */
export function readFilters(query: Readonly<Record<string, string | undefined>>, directory: Directory): ReadFilters {
  const ignored: FilterName[] = []
  const take = <T>(name: FilterName, read: (text: string) => T | null | undefined): T | undefined => {
    const text = cleanWords(query[name])
    if (text === '') return undefined
    const value = read(text)
    if (value === null || value === undefined) ignored.push(name)
    return value ?? undefined
  }
  const filters: ReportFilters = {
    q: take('q', (text) => text),
    ...take('status', standingNamed),
    kind: take('klasifikasi', (text) => kinds.find((kind) => kind === text.toLowerCase())),
    category: take('kategori', (text) => directory.category(text.toLowerCase())?.id),
    agency: take('instansi', (text) => directory.find(text)?.id),
    area: take('wilayah', (text) => findArea(directory, text)?.code),
    from: take('dari', readDay),
    to: take('sampai', readDay),
    order: take('urut', orderNamed) ?? 'newest',
    after: take('setelah', readCursor),
    per: take('per', readPer) ?? defaultPer,
  }
  return { filters, ignored }
}

/** The list's address with these filters, '/laporan?status=closed'; defaults are left out. */
export function listPath(filters: Partial<ReportFilters>): string {
  const query = new URLSearchParams()
  const put = (name: FilterName, value: string | undefined) => value !== undefined && query.set(name, value)
  put('q', filters.q)
  put('status', filters.manner ?? filters.stage)
  put('klasifikasi', filters.kind)
  put('kategori', filters.category)
  put('instansi', filters.agency)
  put('wilayah', filters.area)
  put('dari', filters.from)
  put('sampai', filters.to)
  put('urut', filters.order === 'oldest' ? orders.oldest : undefined)
  put('setelah', filters.after && writeCursor(filters.after))
  put('per', filters.per === defaultPer ? undefined : filters.per?.toString())
  const text = query.toString()
  return text ? `/laporan?${text}` : '/laporan'
}

/** Whether anything narrows the list, order and page apart. */
export function isFiltered({ order: _order, after: _after, per: _per, ...narrowing }: ReportFilters): boolean {
  return Object.values(narrowing).some((value) => value !== undefined)
}

/** A day that has a day after it within four digits of a year. */
function readDay(text: string): Day | null {
  return isDay(text) && text < '9999' ? text : null
}

/** A stage, or the manner in which a report was closed. */
function standingNamed(text: string): Pick<ReportFilters, 'stage' | 'manner'> | undefined {
  const name = text.toLowerCase()
  const manner = manners.find((manner) => manner === name)
  if (manner) return { stage: 'closed', manner }
  const stage = stages.find((stage) => stage === name)
  return stage && { stage }
}

function orderNamed(text: string): Order | undefined {
  return (Object.keys(orders) as Order[]).find((order) => orders[order] === text.toLowerCase())
}

function readPer(text: string): number | null {
  const per = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return per > 0 ? Math.min(per, maxPer) : null
}

/** One line of at most 200 characters, free of what PostgreSQL cannot store. */
export function cleanWords(text: string | undefined): string {
  return (text ?? '')
    .slice(0, maxWords)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
