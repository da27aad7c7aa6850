import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { publicSite } from '../publication/testing/public-site.ts'
import { as } from '../report/as.ts'
import { keepPicture } from '../report/kept-pictures.ts'
import { aReport } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { raiseSecrecy } from './change-secrecy.ts'

const db = await testDatabase()
const site = publicSite(db)

/** Most seconds that anybody may keep what was public without asking again (secrecy.md: gone within a minute). */
const mostSeconds = 60

/** How long a browser or a proxy may answer from what it kept: 0 when it has to ask first. */
function keptFor(answer: Response): number {
  const words = answer.headers.get('cache-control') ?? ''
  if (/no-cache|no-store/.test(words)) return 0
  const seconds = /max-age=(\d+)/.exec(words)?.[1]
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds)
}

test('what is hidden after it was public is gone from every page, list, search, export and answer at once', async () => {
  const words = 'Pungutan di loket puskesmas Oebobo zebra.'
  const made = await aReport(db, { stage: 'answered', text: words, title: 'Pungutan zebra', areaCode: '53.71' })
  const picture = randomUUID()
  await db.owner
    .insertInto('casework.attachment')
    .values({ id: picture, report_id: made.id, seq: 1, position: 0, width: 9, height: 9, created_at: aWednesday })
    .execute()
  const drawn = { bytes: Buffer.from([0xff, 0xd8, 1, 2]), width: 9, height: 9 }
  await keepPicture(site.deps, picture, { picture: drawn, thumbnail: drawn })
  await made.move(marta(made.id), { move: 'note', text: 'Ini fotonya.' })
  const paths = [
    '/',
    '/laporan',
    '/laporan?q=zebra',
    `/laporan/${made.trackingId}`,
    `/en/laporan/${made.trackingId}`,
    `/laporan/${made.trackingId}/foto/${picture}`,
    '/instansi/kota-kupang',
    '/statistik',
    '/data/laporan.csv',
    '/api/v1/reports?q=zebra',
    `/api/v1/reports/${made.trackingId}`,
    '/api/v1/statistics',
  ]
  const before = new Map<string, Response>()
  for (const path of paths) {
    const answer = await site.get(path)
    before.set(path, answer.clone())
    expect([path, answer.status]).toEqual([path, 200])
    expect(keptFor(answer), path).toBeLessThanOrEqual(mostSeconds)
    if (!/foto|stati|instansi/.test(path)) expect(await answer.text(), path).toContain(made.trackingId)
  }

  const setting = { rules: await site.deps.rules(), directory: await site.deps.directory(), now: made.at }
  const reporter = marta(made.id)
  await as(db.web, reporter, (tx) => raiseSecrecy(tx, reporter, made.id, { confidential: true }, setting))

  for (const path of paths) {
    const etag = before.get(path)?.headers.get('etag')
    const answer = await site.get(path, etag ? { 'if-none-match': etag } : {})
    const html = await answer.text()
    expect(html, path).not.toContain(made.trackingId)
    expect(html, path).not.toMatch(/loket puskesmas|Pungutan zebra/)
    if (path.includes(made.trackingId)) expect([path, answer.status]).toEqual([path, 404])
    if (/q=|laporan$|csv/.test(path)) expect([path, answer.status]).toEqual([path, 200])
  }
})
