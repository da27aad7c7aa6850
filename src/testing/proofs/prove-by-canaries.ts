import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../accounts/token.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { link } from '../../ui/locale.ts'
import { aWednesday } from '../test-deps.ts'
import type { Life } from './canary-lives.ts'
import { makeFinder, makeLookout } from './canaries.ts'
import { readers } from './canary-people.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'
import { everybodyReads, lookAt } from './crawl.ts'
import { routesOf, unmetOf } from './fill.ts'
import { lawFor, wrongCells } from './law.ts'
import { everybodyPosts, wrongKey } from './posts.ts'
import { reportersRead } from './reporters-read.ts'
import { fillOf } from './things.ts'

/** Routes that answer nobody of a canary world, and who reads them. */
const metElsewhere: Record<string, string> = {
  '/metrics': 'asks for a token of its own, and is read with it below',
  '/hooks/sms/kannel': 'asks for the token of a gateway: sms-canaries',
  '/hooks/sms/:gateway': 'asks for the proof of a gateway, each kind with its own: every-way-in',
  '/hooks/x': 'stands only where an account of X does: x-canaries',
  '/berhenti/:token': 'asks for the token of a letter that was sent: mail-canaries',
  '/lapor/tanda-terima/:nonce': 'the key of a form that was just sent on a page; these reports came by the API',
  '/kelola/lapor-langsung/:nonce': 'the same at the counter of an office',
  '/lapor/foto/:key/:id': 'a picture that waits for its form to be sent',
  '/api/v1/reports/:id/receipt': 'made of a daily head, of which this world has none: src/audit',
  '/dev/komponen': 'for developers: in no production',
  '/dev/outbox': 'for developers: in no production; dump.slow reads it',
  '/api/v1/*': 'what every call passes through, and no page',
}

/** Answers only while a report waits to be forwarded. */
const waitsForTheDesk = '/kelola/laporan/:id/penerusan'

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
  const fill = await fillOf(db.owner, ids, sampleOf(planted))

  const { reading, addresses, answered, fields } = await everybodyReads(world, readers, find, fill)
  const reporting = await reportersRead(app, planted, find, fill)

  test('the crawler meets every route that reads: each answers somebody something', () => {
    expect(addresses).toBeGreaterThan(chosen ? 50 : 500)
    for (const { met } of reporting) for (const address of met.answered) answered.add(address)
    const unmet = unmetOf(routesOf(app, 'GET'), answered)
    const mayBeUnmet = [...Object.keys(metElsewhere), ...(living.includes('received') ? [] : [waitsForTheDesk])]
    if (!process.env.CANARIES) expect(unmet.filter((route) => !mayBeUnmet.includes(route))).toEqual([])
  })

  const wrong = (
    reader: Parameters<typeof lawFor>[0],
    seen: ReadonlyMap<string, string>,
    reports: readonly Planted[],
  ) => wrongCells(reader, seen, reports, (report, field) => lawFor(reader, report, field))

  const found = (...asked: Parameters<typeof wrong>) => wrong(...asked).filter((line) => !line.includes('did not find'))

  test.each(reading)(
    '$reader finds what secrecy.md allows, wherever it is, and nothing else',
    ({ reader, lookout }) => {
      expect(wrong(reader, lookout.seen, planted)).toEqual([])
    },
  )

  test.each(reading)('$reader finds no more of them in English', async ({ reader, who, met }) => {
    const lookout = makeLookout(find)
    for (const page of [...met.answered].filter((path) => !/^\/(en|api|assets|dev)(\/|$)/.test(path))) {
      const path = link('en', page)
      const answer = await app.request(`http://lapor.test${path}`, { headers: who(path) })
      await lookAt(answer, `GET ${path}`, lookout)
    }
    expect(found(reader, lookout.seen, planted)).toEqual([])
    expect(lookout.seen.size, 'what everybody may read is there').toBeGreaterThan(0)
  })

  test.each(reporting)(
    'the reporter of a report $name finds what is theirs, and nothing of anybody else',
    ({ mine, lookout }) => {
      expect(wrong('reporter', lookout.seen, [mine])).toEqual([])
      const others = planted.filter((report) => report !== mine)
      expect(found('public', lookout.seen, others)).toEqual([])
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

  describe('posting', () => {
    const posters = [
      ...reading.map(({ reader, who }) => ({ name: reader as string, law: reader, who, lookout: makeLookout(find) })),
      {
        name: 'somebody with a wrong key',
        law: 'public' as const,
        who: () => ({ 'report-key': wrongKey }),
        lookout: makeLookout(find),
      },
    ]
    let posted: Awaited<ReturnType<typeof everybodyPosts>>
    beforeAll(async () => {
      posted = await everybodyPosts(app, posters, fill, fields)
    }, 600_000)

    test('reaches the routes that write', () => {
      expect(posted.told.length).toBeGreaterThan(posted.routes / 2)
    })

    test.each(posters)('$name is told no more for posting, wherever a route takes a post', ({ law, lookout }) => {
      expect(found(law, lookout.seen, planted)).toEqual([])
    })
  })

  afterAll(() => {
    const count = (sets: readonly { size: number }[]) => sets.reduce((sum, { size }) => sum + size, 0)
    const readings = [...reading, ...reporting]
    process.stdout.write(
      `canaries: ${planted.flatMap(({ canaries }) => canaries).length} in ${planted.length} reports, read by ${readings.length} at ` +
        `${count(readings.map(({ met }) => met.answered))} answers; met where the law says Y ${count(readings.map(({ lookout }) => lookout.seen))}, ` +
        `where it says N ${reading.flatMap(({ reader, lookout }) => found(reader, lookout.seen, planted)).length}\n`,
    )
  })

  test('the log of all this holds ids and durations, and no canary', async () => {
    const lookout = makeLookout(find)
    await lookout.look(world.logged.join(''), 'the log')
    expect([...lookout.seen]).toEqual([])
  })
}

/** Of each secrecy one report, each in another life than the one before. */
function sampleOf(planted: readonly Planted[]): string[] {
  return [...new Set(planted.map(({ secrecy }) => secrecy))].flatMap((secrecy, at) => {
    const its = planted.filter((report) => report.secrecy === secrecy)
    return its[at % its.length]?.id ?? []
  })
}
