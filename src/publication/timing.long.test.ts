import { randomBytes, randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { deskOf } from '../desk/testing/desk-app.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { makeTrackingId } from '../report/tracking-id.ts'
import { deriveReportKey } from '../secrecy/report-key.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, officerOf, rio } from '../testing/cast.ts'
import { testDeps } from '../testing/test-deps.ts'

// Whoever may not know of a report cannot tell by the time of the answer that it exists: Welch's t between the answers to
// hidden IDs and to IDs that nobody has. Interleaved, in random order, so that whatever else the machine does meets both.

const samples = Number(process.env.TIMING_SAMPLES ?? 20_000)
const limit = 4.5
const reports = 40

const db = await testDatabase()
const deps = testDeps(db)
const site = makeApp(deps)
const hidden: string[] = []
for (let n = 0; n < reports; n++)
  hidden.push((await aReport(db, { confidential: true, stage: n % 2 ? 'forwarded' : 'answered' })).trackingId)
const absent = Array.from({ length: reports }, () => makeTrackingId())

type Ask = (id: string) => Promise<Response>
const stranger = (path: (id: string) => string): Ask => {
  return async (id) => site.request(`http://lapor.test${path(id)}`)
}
const byToken = (actor: Parameters<typeof apiAs>[1]['actor']): Ask => {
  const api = apiAs(db, { actor }, deps)
  return (id) => api.raw(`/api/v1/reports/${id}`)
}

/** A key that is nobody's, each from an address of its own: none is slowed down for trying. */
let tries = 0
const strangeAddress = () => ({ 'x-forwarded-for': `36.${(++tries >> 16) & 255}.${(tries >> 8) & 255}.${tries & 255}` })
const wrongKey = () => deriveReportKey(randomBytes(32), 'nobody', 'nothing')
const trackWithKey: Ask = async (id) =>
  site.request('http://lapor.test/lacak', {
    method: 'POST',
    body: new URLSearchParams({ id, kunci: wrongKey() }),
    headers: strangeAddress(),
  })
const apiWithKey: Ask = async (id) =>
  site.request(`http://lapor.test/api/v1/reports/${id}`, { headers: { ...strangeAddress(), 'report-key': wrongKey() } })

const atDesk = (actor: Actor): Ask => {
  const desk = deskOf(db, actor)
  return (id) => desk.get(`/kelola/laporan/${id}`)
}

test.each<[string, Ask]>([
  ['the page, to a stranger', stranger((id) => `/laporan/${id}`)],
  ['the API, to a stranger', stranger((id) => `/api/v1/reports/${id}`)],
  ['tracking with a wrong key', trackWithKey],
  ['the API, with a wrong key', apiWithKey],
  ['the API, to a citizen who is signed in', byToken(rio)],
  ['the API, to the coordinator of another agency', byToken(coordinatorOf('kota-surabaya'))],
  ['the API, to an officer of another unit', byToken(officerOf('kota-kupang-pupr'))],
  ['the console, to the coordinator of another agency', atDesk(coordinatorOf('kota-surabaya'))],
])('hidden or absent takes the same time: %s', async (name, ask) => {
  for (const id of [...hidden, ...absent]) expect((await ask(id)).status).toBe(404)
  const times: Record<'hidden' | 'absent', number[]> = { hidden: [], absent: [] }
  while (times.absent.length * 2 < samples) {
    const first = randomInt(2) === 0 ? 'hidden' : 'absent'
    for (const kind of [first, first === 'hidden' ? 'absent' : 'hidden'] as const)
      times[kind].push(await microseconds(ask, (kind === 'hidden' ? hidden : absent)[randomInt(reports)] as string))
  }
  const all = [...times.hidden, ...times.absent].sort((one, other) => one - other)
  const usual = all[Math.floor(all.length * 0.9)] as number
  const under = (kind: 'hidden' | 'absent') => times[kind].filter((time) => time <= usual)
  const [t, tOfUsual] = [welch(times.hidden, times.absent), welch(under('hidden'), under('absent'))]
  const figures = `median ${median(times.hidden)} against ${median(times.absent)} µs, t = ${t.toFixed(2)}, of the quickest nine in ten ${tOfUsual.toFixed(2)}`
  process.stdout.write(`${name}: ${all.length} answers, ${figures}, bar ${limit}\n`)
  expect(Math.abs(t)).toBeLessThan(limit)
  expect(Math.abs(tOfUsual)).toBeLessThan(limit)
})

test('a difference of a twentieth would be found', () => {
  const around = (middle: number) => Array.from({ length: 10_000 }, () => middle + randomInt(400))
  expect(Math.abs(welch(around(1_000), around(1_050)))).toBeGreaterThan(limit)
  expect(Math.abs(welch(around(1_000), around(1_000)))).toBeLessThan(limit)
})

async function microseconds(ask: Ask, id: string): Promise<number> {
  const begun = process.hrtime.bigint()
  await (await ask(id)).arrayBuffer()
  return Number(process.hrtime.bigint() - begun) / 1_000
}

/** Welch's t: how far two means lie apart, in standard errors. */
function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)]
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length)
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, variance }
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((one, other) => one - other)[values.length >> 1] as number)
}
