import { type Context, Hono } from 'hono'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { problem } from '../platform/problem.ts'
import type { Deps } from '../secrecy/deps.ts'
import { answer } from './answer.ts'
import { readListQuery } from './api-queries.ts'
import { agencyFact, figured, statistics } from './api-reference.ts'
import { writeCursor } from './cursor.ts'
import { agenciesUnder, unitsUnder } from './everything-under.ts'
import { makeFigures, sumOf } from './figures.ts'
import { listReports } from './list-query.ts'
import { publicReport, reportSummary } from './public-report.ts'
import { readingOf } from './reading.ts'
import { findPublicReport } from './report-query.ts'

/** The private view of a report for whoever proves that they may have it; undefined: the public one answers. */
export type PrivateView = (c: Context, id: string) => Promise<Response | undefined>

const json = 'application/json; charset=utf-8'

/** The public half of the API: reports, offices, categories, areas, figures. Mounted under /api/v1. */
export function publicationApi(deps: Deps, privateView?: PrivateView) {
  const { publicDb } = deps
  const figures = makeFigures(publicDb)
  const give = (c: Context, body: unknown) => {
    c.header('access-control-allow-origin', '*')
    return answer(c, JSON.stringify(body), json)
  }
  return new Hono()
    .get('*', async (c, next) => {
      if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
      await next()
    })
    .get('/reports', async (c) => {
      const reading = await readingOf(deps, c)
      const query = readListQuery(c.req.query(), reading.directory)
      if (!query.ok) return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: query.errors })
      const { rows, next } = await listReports(publicDb, query.filters, reading.directory, query.box)
      return give(c, { items: rows.map((row) => reportSummary(row, reading)), next: next && writeCursor(next) })
    })
    .get('/reports/:id', async (c) => {
      const shown = await privateView?.(c, c.req.param('id'))
      if (shown) return shown
      const { row } = await findPublicReport(publicDb, c.req.param('id'))
      if (!row) return problem(c, 404, 'not_found', 'Tidak ditemukan.')
      return give(c, publicReport(row, await readingOf(deps, c)))
    })
    .get('/agencies', async (c) => {
      const { agencies } = await deps.directory()
      return give(c, { items: agencies.filter((agency) => agency.active).map(agencyFact), next: null })
    })
    .get('/agencies/:slug', async (c) => {
      const directory = await deps.directory()
      const agency = directory.agency(c.req.param('slug'))
      if (!agency) return problem(c, 404, 'not_found', 'Tidak ditemukan.')
      const told = await figures()
      const stages = sumOf(agenciesUnder(directory, agency.id).map((id) => told.byAgency.get(id) ?? {}))
      const units = unitsUnder(directory, agency.id).flatMap((id) => directory.agency(id) ?? [])
      return give(c, { ...agencyFact(agency), units: units.map(agencyFact), figures: figured(stages) })
    })
    .get('/categories', async (c) => {
      const { directory, locale } = await readingOf(deps, c)
      const items = directory.categories.map(({ id, parentId, nameId, nameEn }) => ({
        slug: id,
        name: locale === 'en' ? nameEn : nameId,
        parent: parentId,
      }))
      return give(c, { items, next: null })
    })
    .get('/areas', async (c) => {
      const { areas } = await deps.directory()
      const parent = c.req.query('parent')
      const wanted = parent === undefined ? areas : areas.filter((area) => area.parentCode === parent)
      const items = wanted.map(({ parentCode, ...area }) => ({ ...area, parent: parentCode }))
      return give(c, { items, next: null })
    })
    .get('/statistics', async (c) => give(c, statistics(await figures(), await deps.directory())))
}
