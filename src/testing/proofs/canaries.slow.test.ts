import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { makeFinder, makeLookout } from './canaries.ts'
import { canaryWorld, type Headers, type Planted, readers, type Secrecy } from './canary-world.ts'
import { addressesOf, crawl, lookAt } from './crawl.ts'
import { lawFor } from './law.ts'

// Every field of every report holds something unique. Whoever may not see it finds it nowhere; whoever may, finds it.

const db = await testDatabase()
/** `CANARIES=anonymous,open` plants fewer, for a quicker look. */
const chosen = process.env.CANARIES?.split(',') as Secrecy[] | undefined
const world = await canaryWorld(db, chosen)
const { app, planted } = world
const find = makeFinder(planted.flatMap((report) => report.canaries))
const ids = planted.map(({ id }) => id)

/** First what each finds by following links; then everybody tries everything that anybody was shown. */
async function everybodyReads() {
  const roots = addressesOf(app, 'GET', { ids, shown: [] })
  const reading = readers.map((reader) => ({
    reader,
    who: (path: string) => world.headersOf(reader, path),
    lookout: makeLookout(find),
    seen: new Set<string>(),
  }))
  for (const one of reading) one.seen = await crawl(app, roots, one.who, one.lookout, ids)
  const shown = new Set(reading.flatMap(({ seen }) => [...seen]))
  const ofReports = [...shown].filter((path) => ids.some((id) => path.includes(id)))
  for (const { who, lookout, seen } of reading) {
    const rest = addressesOf(app, 'GET', { ids, shown }).concat(ofReports)
    const unread = rest.filter((path) => !seen.has(path))
    await crawl(app, unread, who, lookout, ids)
  }
  return { reading, addresses: shown.size }
}

const { reading, addresses } = await everybodyReads()

test('the crawler meets every route that reads', () => {
  expect(addresses).toBeGreaterThan(chosen ? 50 : 500)
})

function wrongCells(
  reader: Parameters<typeof lawFor>[0],
  seen: ReadonlyMap<string, string>,
  reports: readonly Planted[],
) {
  return reports.flatMap((report) =>
    [...new Set(report.canaries.map(({ field }) => field))].flatMap((field) => {
      const law = lawFor(reader, report, field)
      const place = seen.get(`${report.name} ${field}`)
      if (law === 'N' && place) return [`${reader} found the ${field} of a report ${report.name}: ${place}`]
      if (law === 'Y' && !place) return [`${reader} did not find the ${field} of a report ${report.name}`]
      return []
    }),
  )
}

test.each(reading)('$reader finds what secrecy.md allows, wherever it is, and nothing else', ({ reader, lookout }) => {
  expect(wrongCells(reader, lookout.seen, planted)).toEqual([])
})

test.each(planted)('the reporter of a report $name finds what is theirs, and nothing of anybody else', async (mine) => {
  const lookout = makeLookout(find)
  const who = (): Headers => ({ 'report-key': mine.key })
  await crawl(app, [`/laporan/${mine.id}/saya`, `/api/v1/reports/${mine.id}`], who, lookout, ids)
  const form = new URLSearchParams({ id: mine.id, kunci: mine.key })
  await lookAt(await app.request('http://lapor.test/lacak', { method: 'POST', body: form }), 'POST /lacak', lookout)
  const other = planted[(planted.indexOf(mine) + 1) % planted.length] as Planted
  await lookAt(await app.request(`http://lapor.test/api/v1/reports/${other.id}`, { headers: who() }), other.id, lookout)
  expect(wrongCells('reporter', lookout.seen, [mine])).toEqual([])
  const asPublic = wrongCells(
    'public',
    lookout.seen,
    planted.filter((report) => report !== mine),
  ).filter((line) => !line.includes('did not find'))
  expect(asPublic).toEqual([])
})

test('the log of all this holds ids and durations, and no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})
