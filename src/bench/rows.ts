import { openDesk } from './desk.ts'
import { bytesLimit, insertLimit, type Limit, selectLimit } from './limits.ts'
import type { AtEnd, Site } from './site.ts'
import {
  filing,
  filingWords,
  listPaths,
  publicIds,
  reading,
  readingOwn,
  searching,
  type Task,
  visiting,
} from './tasks.ts'

/** What bars.md asks of a row. `share`: of the limit · `perSecond`: a multiple of FixMyStreet's · `p95`: milliseconds. */
export type Bar = { share?: number; perSecond?: number; p95?: number }

/** One row of the table of speed: the same work at the large site and at the small one, and its limit. */
export type Row = {
  name: string
  limitName?: string
  limit?: Limit
  large: Task
  small?: Task
  bar: Bar
  /** Work goes on behind the answer (the outbox): it is waited for before something else is measured. */
  leavesWork?: boolean
}

/** What is left of the speed when secrecy is paid for. */
const secrecyShare = 0.85
const fixMyStreet = { file: 25, list: 3.5 }

/** The first three rows, and two of full-text search. Both sites are asked the same lists. */
export async function rowsOf(large: Site, small: Site, atEnd: AtEnd): Promise<Row[]> {
  const lists = await listPaths(small)
  const [firstList = '/laporan?per=100'] = lists
  const page = await large.http.get(firstList)
  const zipped = { 'accept-encoding': 'gzip' }
  const { rows } = await large.owner.query<{ n: number }>('select count(*)::int as n from publication.report')
  const onePercent = (rows[0]?.n ?? 0) / 100
  return [
    {
      name: 'file a report',
      limitName: 'INSERT + commit, 16 connections',
      limit: await insertLimit(large.owner),
      large: await filing(large),
      small: await filing(small),
      bar: { share: 0.08, perSecond: 40 * fixMyStreet.file },
      leavesWork: true,
    },
    {
      name: `list of 100 (${Math.round(page.body.length / 1000)} kB)`,
      limitName: 'the same bytes from node:http',
      limit: await bytesLimit(page.body, large.askedAgain, atEnd),
      large: visiting(large, lists),
      small: visiting(small, lists),
      bar: { perSecond: 100 * fixMyStreet.list, p95: 60 },
    },
    {
      name: 'the same list, gzip',
      large: visiting(large, lists, zipped),
      small: visiting(small, lists, zipped),
      bar: {},
    },
    {
      name: 'one report with its thread',
      limitName: 'SELECT by primary key, 16 connections',
      limit: selectLimit(large.reader, await publicIds(large)),
      large: await reading(large),
      small: await reading(small),
      bar: { share: 0.1 },
    },
    { name: 'search, rare words', large: await searching(large, 1, 5), bar: { p95: 100 } },
    {
      name: 'search, words in 1 %',
      large: await searching(large, onePercent * 0.7, onePercent * 1.4),
      bar: { p95: 300 },
    },
    ...(await secrecyRows(large)),
    ...(await deskRows(large)),
  ]
}

/** What is hidden beside the same in the open. Who filed is sealed in both: what that takes is told beneath the table. */
async function secrecyRows(site: Site): Promise<Row[]> {
  return [
    {
      name: 'file a hidden report',
      limitName: 'the same, open',
      limit: filingWords(site, false),
      large: filingWords(site, true),
      bar: { share: secrecyShare },
      leavesWork: true,
    },
    {
      name: 'read one’s own hidden report',
      limitName: 'the same, open',
      limit: await readingOwn(site, false),
      large: await readingOwn(site, true),
      bar: { share: secrecyShare },
    },
  ]
}

/** The console, which the database judges row by row, beside the same pages without that judge. */
async function deskRows(site: Site): Promise<Row[]> {
  const desk = await openDesk(site, new Date())
  const unjudged = { http: await site.unjudged() }
  const row = (name: string, paths: string[]) => ({
    name,
    limitName: 'the same without row-level security',
    limit: visiting(unjudged, paths, desk.headers),
    large: visiting(site, paths, desk.headers),
    bar: { share: secrecyShare },
  })
  return [row("an office's queue", desk.queue), row('a report at its desk', desk.reports)]
}
