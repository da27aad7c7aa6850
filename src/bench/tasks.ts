import type pg from 'pg'
import { randomId } from '../platform/uuid.ts'
import type { Site } from './site.ts'

/** What a visitor does, once: throws when the answer is not what they came for. */
export type Task = () => Promise<void>

/** What is asked for in turn; a sample that repeats only after thousands of requests. */
type Draw<T> = () => T

const sampleSize = 5_000

/** Files reports in invented words that are already there, each under a key of its own. */
export async function filing(site: Site): Promise<Task> {
  const draw = await drawFrom<{ body: object }>(
    site.owner,
    `select jsonb_strip_nulls(jsonb_build_object('text', c.text, 'agencySlug', r.agency_id, 'categorySlug', r.category_id,
      'areaCode', r.area_code, 'location', jsonb_build_object('lat', r.public_lat, 'lon', r.public_lon), 'anonymous', r.anonymous,
      'contact', case when not r.anonymous then jsonb_build_object('name', 'Marta Ndun', 'phone', '081234567890') end)) as body
    from casework.report r join casework.content c on c.report_id = r.id
    where not r.confidential order by random() limit ${sampleSize}`,
  )
  return async () => {
    await file(site, draw().body)
  }
}

const words = 'Lampu jalan padam sejak tiga hari, anak-anak takut lewat sepulang mengaji. '.repeat(4)
const contact = { name: 'Marta Ndun', phone: '081234567890' }
const location = { lat: -10.163, lon: 123.601 }
const hidden = { anonymous: true, confidential: true }
const ownReports = 200

/** The same person files the same words at the same place, hidden or open: words and exact place are sealed, or are not. */
export function filingWords(site: Site, isHidden: boolean): Task {
  return async () => {
    await file(site, bodyOf(isHidden))
  }
}

function bodyOf(isHidden: boolean): object {
  return { text: words, contact, location, ...(isHidden ? hidden : {}) }
}

/** Reporters read what they filed, by its key. */
export async function readingOwn(site: Site, isHidden: boolean): Promise<Task> {
  const filed: { id: string; key: string }[] = []
  while (filed.length < ownReports) filed.push(await file(site, bodyOf(isHidden)))
  const draw = inTurn(filed)
  return async () => {
    const { id, key } = draw()
    await readPage(site, `/api/v1/reports/${id}`, { 'report-key': key })
  }
}

async function file(site: Site, body: object): Promise<{ id: string; key: string }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomId() }
  const { status, body: told } = await site.http.post('/api/v1/reports', JSON.stringify(body), headers)
  if (status !== 201) throw new Error(`filing was answered ${status}`)
  return JSON.parse(told.toString('utf8')) as { id: string; key: string }
}

/** Lists of 100 with a stage and a category that fill them. */
export async function listPaths(site: Site): Promise<string[]> {
  const { rows } = await site.owner.query<{ stage: string; category: string }>(
    `select stage, category_id as category from publication.report where stage <> 'withdrawn'
    group by 1, 2 having count(*) >= 100 order by random()`,
  )
  return rows.map(({ stage, category }) => `/laporan?status=${stage}&kategori=${category}&per=100`)
}

/** Reads pages in turn. */
export function visiting(site: Pick<Site, 'http'>, paths: string[], headers: Record<string, string> = {}): Task {
  const path = inTurn(paths)
  return () => readPage(site, path(), headers)
}

/** Reads reports with their threads, any of them. */
export async function reading(site: Site): Promise<Task> {
  const id = await publicIds(site)
  return () => readPage(site, `/laporan/${id()}`)
}

export async function publicIds(site: Site): Promise<Draw<string>> {
  const draw = await drawFrom<{ tracking_id: string }>(
    site.owner,
    `select tracking_id from publication.report order by random() limit ${sampleSize}`,
  )
  return () => draw().tracking_id
}

/** Searches for words that about one report in `oneIn` has, the 50 newest of them. */
export async function searching(site: Site, least: number, most: number): Promise<Task> {
  const draw = await drawFrom<{ word: string }>(
    site.owner,
    `select word from ts_stat('select words from publication.report')
    where length(word) > 3 and word ~ '^[a-z]+$' and ndoc between ${least} and ${most} order by random() limit 500`,
  )
  return () => readPage(site, `/laporan?q=${draw().word}&per=50`)
}

async function readPage(site: Pick<Site, 'http'>, path: string, headers: Record<string, string> = {}) {
  const { status } = await site.http.get(path, headers)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
}

async function drawFrom<T extends pg.QueryResultRow>(pool: pg.Pool, query: string): Promise<Draw<T>> {
  const { rows } = await pool.query<T>(query)
  return inTurn(rows)
}

function inTurn<T>(items: T[]): Draw<T> {
  let next = 0
  return () => {
    const item = items[next++ % items.length]
    if (item === undefined) throw new Error('there is nothing to draw from')
    return item
  }
}
