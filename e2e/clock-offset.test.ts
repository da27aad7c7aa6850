import { mkdtempSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { publicReportSchema } from '../src/publication/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'
import { offsetTo } from './clock-offset.ts'
import { askDatabase } from './database.ts'
import { laporWith, startProduct } from './product.ts'

// The demonstration moves past each of its clocks. What was done on Tuesday 23 December 2025 meets Christmas, its cuti bersama
// (26 December), New Year and two weekends: A ends on 30 December, B on 2 January, C on 9 January, each at midnight
// of the zone of the office that owes it.

const dataDir = mkdtempSync('/tmp/lapor-clocks-')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const at = (instant: string) => ({ LAPOR_CLOCK_OFFSET: offsetTo(new Date(instant)) })
const offices = { WIB: 'dki-jakarta', WITA: 'kota-kupang', WIT: 'prov-papua' } as const
const answering = { WIB: 'koordinator.jakarta', WITA: 'koordinator.kupang', WIT: 'koordinator.papua' } as const
type Zone = keyof typeof offices
const zones = Object.keys(offices) as Zone[]

type Waiting = { id: string; key: string }
/** What waits in each zone: for the verifier (A), for an answer (B), for the reporter (C). */
const waiting: Record<'verify' | 'answer' | 'lapse', Partial<Record<Zone, Waiting>>> = {
  verify: {},
  answer: {},
  lapse: {},
}

test('on 23 December three reports begin to wait in each zone of the country', async () => {
  const product = await startProduct({ dataDir, env: at('2025-12-23T03:00:00Z') })
  const { post } = apiOf(product.url)
  const dedi = await tokenFor(dataDir, 'verifikator')
  const filed = async (zone: Zone) => {
    const told = await post('/reports', { text: `Jembatan rusak di zona ${zone}.`, agencySlug: offices[zone] })
    const { id, key = '' } = filedSchema.parse(told.json)
    return { id, key }
  }
  const forwarded = async (zone: Zone) => {
    const report = await filed(zone)
    const body = { agencySlug: offices[zone], title: `Jembatan rusak (${zone})` }
    expect((await post(`/reports/${report.id}/verification`, body, { token: dedi })).status).toBe(200)
    return report
  }
  for (const zone of zones) {
    waiting.verify[zone] = await filed(zone)
    waiting.answer[zone] = await forwarded(zone)
    const report = await forwarded(zone)
    const answer = { text: 'Jembatan sudah diperbaiki Senin lalu.', outcome: 'solved' }
    const token = await tokenFor(dataDir, answering[zone])
    expect((await post(`/reports/${report.id}/answer`, answer, { token })).status).toBe(200)
    waiting.lapse[zone] = report
  }
  expect(await product.stop()).toBe(0)
})

/** Sweeps at an instant, on the command line, and gives what it printed: '3 lapsed, 0 archived …' as numbers by name. */
async function sweepAt(instant: string): Promise<Record<string, number>> {
  const { code, stdout, stderr } = await laporWith(at(instant), dataDir, 'sweep')
  expect(code, stderr).toBe(0)
  return Object.fromEntries([...stdout.matchAll(/(\d+) (\w+)/g)].map(([, count, what]) => [what, Number(count)]))
}

/** The zones in which a report that waits on this clock is now so, as the database has it. */
async function zonesWhere(clock: keyof typeof waiting, condition: string): Promise<Zone[]> {
  const rows = await askDatabase(dataDir, `select tracking_id from casework.report r where ${condition}`)
  const found = new Set(rows.map(({ tracking_id }) => tracking_id))
  return zones.filter((zone) => found.has(waiting[clock][zone]?.id))
}

const escalated = (level: number) =>
  `exists (select from casework.escalation e where e.report_id = r.id and e.clock_seq > 0 and e.level = ${level})`

describe('B, five working days to answer: midnight comes to Papua first', () => {
  test.each<[string, Zone[]]>([
    ['2026-01-02T14:59:00Z', []],
    ['2026-01-02T15:01:00Z', ['WIT']],
    ['2026-01-02T16:01:00Z', ['WITA', 'WIT']],
    ['2026-01-02T17:01:00Z', ['WIB', 'WITA', 'WIT']],
  ])('swept at %s, it is overdue in %j and the unit has heard', async (instant, overdue) => {
    const swept = await sweepAt(instant)
    expect(await zonesWhere('answer', escalated(1))).toEqual(overdue)
    expect(swept.escalated ?? 0).toBeGreaterThanOrEqual(overdue.length > 0 ? 1 : 0)
    expect(await zonesWhere('answer', `r.stage = 'forwarded'`)).toEqual(zones)
  })

  test('one working day later the coordinator hears, two after that the national desk; a second sweep does nothing', async () => {
    await sweepAt('2026-01-05T17:01:00Z')
    expect(await zonesWhere('answer', escalated(2))).toEqual(zones)
    expect(await zonesWhere('answer', escalated(3))).toEqual([])
    await sweepAt('2026-01-07T17:01:00Z')
    expect(await zonesWhere('answer', escalated(3))).toEqual(zones)
    const again = await sweepAt('2026-01-07T17:02:00Z')
    expect(Object.values(again).reduce((sum, count) => sum + count, 0)).toBe(0)
  })
})

describe('C, ten working days of silence', () => {
  test.each<[string, Zone[]]>([
    ['2026-01-09T14:59:00Z', []],
    ['2026-01-09T15:01:00Z', ['WIT']],
    ['2026-01-09T16:01:00Z', ['WITA', 'WIT']],
    ['2026-01-09T17:01:00Z', ['WIB', 'WITA', 'WIT']],
  ])('swept at %s, it has lapsed in %j', async (instant, lapsed) => {
    await sweepAt(instant)
    expect(await zonesWhere('lapse', `r.stage = 'closed' and r.manner = 'silent'`)).toEqual(lapsed)
  })
})

test('afterwards everybody reads it: silent is not confirmed, late is late, and every deadline says what it skipped', async () => {
  const product = await startProduct({ dataDir, env: at('2026-01-10T03:00:00Z') })
  const { get } = apiOf(product.url)
  const read = async (report: Waiting | undefined, key?: string) =>
    publicReportSchema.parse((await get(`/reports/${report?.id}`, { key })).json)
  for (const zone of zones) {
    const { status } = await read(waiting.lapse[zone])
    expect(status).toMatchObject({ code: 'closed', manner: 'silent', label: 'Selesai, tanpa tanggapan' })
    const late = await read(waiting.answer[zone])
    expect([late.status.code, late.overdue, late.deadlines[0]?.dueDay]).toEqual(['forwarded', true, '2026-01-02'])
    for (const skipped of ['Natal', 'akhir pekan', '1 Jan']) expect(late.deadlines[0]?.explanation).toContain(skipped)
    const unread = await read(waiting.verify[zone], waiting.verify[zone]?.key)
    expect(unread.deadlines).toMatchObject([
      { clock: 'verify', dueDay: '2025-12-30', zone: 'Asia/Jakarta', overdue: true, remaining: 0 },
    ])
  }
  await product.stop()
})
