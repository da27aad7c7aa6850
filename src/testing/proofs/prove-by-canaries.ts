import { expect, test } from 'vitest'
import { createToken } from '../../accounts/token.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { link } from '../../ui/locale.ts'
import { aWednesday } from '../test-deps.ts'
import type { Life } from './canary-lives.ts'
import { makeFinder, makeLookout } from './canaries.ts'
import { type Headers, readers } from './canary-people.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'
import { crawl, everybodyReads, lookAt } from './crawl.ts'
import { lawFor, wrongCells } from './law.ts'

/**
 * Plants a world of these lives and has everybody read it. Every field of every report holds something unique: whoever may not see it
 * finds it nowhere; whoever may, finds it.
 * @param only reports of these secrecies; of all, unless it is said
 */
export async function proveByCanaries(living: readonly Life[], only?: readonly Secrecy[]) {
  const db = await testDatabase()
  /** `CANARIES=anonymous,open` plants fewer, for a quicker look. */
  const chosen = (process.env.CANARIES?.split(',') as Secrecy[] | undefined) ?? only
  const world = await canaryWorld(db, { only: chosen, living })
  const { app, planted } = world
  const find = makeFinder(planted.flatMap((report) => report.canaries))
  const ids = planted.map(({ id }) => id)

  const { reading, addresses } = await everybodyReads(world, readers, find, ids)

  test('the crawler meets every route that reads', () => {
    expect(addresses).toBeGreaterThan(chosen ? 50 : 500)
  })

  const wrong = (
    reader: Parameters<typeof lawFor>[0],
    seen: ReadonlyMap<string, string>,
    reports: readonly Planted[],
  ) => wrongCells(reader, seen, reports, (report, field) => lawFor(reader, report, field))

  test.each(reading)(
    '$reader finds what secrecy.md allows, wherever it is, and nothing else',
    ({ reader, lookout }) => {
      expect(wrong(reader, lookout.seen, planted)).toEqual([])
    },
  )

  test.each(reading)('$reader finds no more of them in English', async ({ reader, who, seen }) => {
    const lookout = makeLookout(find)
    for (const page of [...seen].filter((path) => !/^\/(en|api|assets|dev)(\/|$)/.test(path))) {
      const path = link('en', page)
      const answer = await app.request(`http://lapor.test${path}`, { headers: who(path) })
      await lookAt(answer, `GET ${path}`, lookout)
    }
    const shown = wrong(reader, lookout.seen, planted).filter((line) => !line.includes('did not find'))
    expect(shown).toEqual([])
    expect(lookout.seen.size, 'what everybody may read is there').toBeGreaterThan(0)
  })

  test.each(planted)(
    'the reporter of a report $name finds what is theirs, and nothing of anybody else',
    async (mine) => {
      const lookout = makeLookout(find)
      const who = (): Headers => ({ 'report-key': mine.key })
      await crawl(app, [`/laporan/${mine.id}/saya`, `/api/v1/reports/${mine.id}`], who, lookout, ids)
      const form = new URLSearchParams({ id: mine.id, kunci: mine.key })
      await lookAt(await app.request('http://lapor.test/lacak', { method: 'POST', body: form }), 'POST /lacak', lookout)
      const other = planted[(planted.indexOf(mine) + 1) % planted.length] as Planted
      await lookAt(
        await app.request(`http://lapor.test/api/v1/reports/${other.id}`, { headers: who() }),
        other.id,
        lookout,
      )
      expect(wrong('reporter', lookout.seen, [mine])).toEqual([])
      const asPublic = wrong(
        'public',
        lookout.seen,
        planted.filter((report) => report !== mine),
      ).filter((line) => !line.includes('did not find'))
      expect(asPublic).toEqual([])
    },
  )

  test('what a monitor reads with its token holds counts, and no canary', async () => {
    const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, aWednesday)
    const answer = await app.request('http://lapor.test/metrics', { headers: { authorization: `Bearer ${token}` } })
    const lookout = makeLookout(find)
    const said = await lookAt(answer, 'GET /metrics', lookout)
    expect(said.toString()).toMatch(/lapor_http_answers_total\{method="GET",status="2xx"\} \d{3}/)
    expect([...lookout.seen]).toEqual([])
    for (const { id } of planted) expect(said.includes(id)).toBe(false)
  })

  test('the log of all this holds ids and durations, and no canary', async () => {
    const lookout = makeLookout(find)
    await lookout.look(world.logged.join(''), 'the log')
    expect([...lookout.seen]).toEqual([])
  })
}
