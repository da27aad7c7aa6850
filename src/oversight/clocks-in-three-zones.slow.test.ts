import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { deliverAll, hire, tellDeps } from '../notifications/testing/post-office.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Day } from '../report/clocks/day.ts'
import { type Made, type Wanted, aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { sweep } from './sweep.ts'
import { sweepDeps } from './testing/sweep-deps.ts'

// Done-when 2 of the first milestone: the clock goes past each deadline, in three zones, over weekends, holidays and cuti
// bersama of 2025 and 2026, and the sweep does what the domain says.

const db = await testDatabase()
let now = new Date('2025-12-01T00:00:00Z')
const deps = sweepDeps(db, () => now)
const letters = tellDeps(db, { now: () => now })
afterAll(() => deps.close())
beforeEach(() => sql`truncate casework.outbox, identity.message`.execute(db.owner))

const offices = { WIB: 'kota-surabaya', WITA: 'kota-kupang', WIT: 'prov-papua' } as const
type Name = keyof typeof offices
const names = Object.keys(offices) as Name[]
/** 24:00 in each zone, as an hour of UTC. */
const midnight: Record<Name, string> = { WIB: '17:00', WITA: '16:00', WIT: '15:00' }
const endOf = (day: Day, name: Name) => new Date(`${day}T${midnight[name]}:00Z`)

for (const [name, agency] of Object.entries(offices))
  await hire(db, `${name.toLowerCase()}@kantor.test`, 'coordinator', agency)
await hire(db, 'desk@panrb.test', 'verifier', null)
await hire(db, 'pengawas@ombudsman.test', 'supervisor', null)

async function oneInEach(wanted: Wanted): Promise<Record<Name, Made>> {
  const made = names.map(async (name) => [
    name,
    await aReport(db, {
      contact: { name: 'Marta', email: `${name.toLowerCase()}@rumah.test` },
      ...wanted,
      agency: offices[name],
    }),
  ])
  return Object.fromEntries(await Promise.all(made))
}

async function stageOf({ id }: Made) {
  const row = await db.owner
    .selectFrom('casework.report')
    .select(['stage', 'manner', 'due_day'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.manner ? `${row.stage} ${row.manner}` : row.stage
}

/** Sweeps a minute before an instant and at it; gives what was true before, and what is true then. */
async function around<T>(at: Date, look: () => Promise<T>): Promise<[T, T]> {
  now = new Date(at.getTime() - 60_000)
  await sweep(deps)
  const before = await look()
  now = at
  await sweep(deps)
  return [before, await look()]
}

describe('clock C, ten working days of silence', () => {
  test.each([
    ['2025-12-22T15:30:00Z', '2026-01-09', 'Christmas, its cuti bersama and New Year'],
    ['2026-03-12T01:00:00Z', '2026-04-02', 'Nyepi, Idul Fitri and three days of cuti bersama'],
    ['2026-01-14T01:00:00Z', '2026-01-29', 'Isra Mi’raj'],
  ] as const)(
    'answered on the day of %s, it runs out at the end of %s everywhere, after %s',
    async (at, lastDay, _over) => {
      const made = await oneInEach({ stage: 'answered', at: new Date(at) })
      await deliverAll(db, letters)
      for (const name of ['WIT', 'WITA', 'WIB'] as const)
        expect([name, ...(await around(endOf(lastDay, name), () => stageOf(made[name])))]).toEqual([
          name,
          'answered',
          'closed silent',
        ])
      const sent = await deliverAll(db, letters)
      expect(
        sent
          .filter(({ template }) => template === 'lapsed')
          .map(({ to }) => to)
          .sort(),
      ).toEqual(['wib@rumah.test', 'wit@rumah.test', 'wita@rumah.test'])
    },
  )
})

describe('clock B, five working days, and whoever hears when it is over', () => {
  const late = '2025-12-22T15:30:00Z' // forwarded at 23.30 WIB on Monday; past midnight already in WITA and WIT
  test.each([
    ['WIB', late, ['2025-12-31', '2026-01-02', '2026-01-06', '2026-01-08']],
    ['WITA', late, ['2026-01-02', '2026-01-05', '2026-01-07', '2026-01-09']],
    ['WIT', late, ['2026-01-02', '2026-01-05', '2026-01-07', '2026-01-09']],
    ['WIB', '2026-03-13T01:00:00Z', ['2026-03-27', '2026-03-30', '2026-04-01', '2026-04-06']],
    ['WIT', '2026-03-13T01:00:00Z', ['2026-03-27', '2026-03-30', '2026-04-01', '2026-04-06']],
  ] as const)('%s, filed at %s: the levels hear at the ends of %j', async (name, at, days) => {
    const made = await aReport(db, { stage: 'forwarded', agency: offices[name], at: new Date(at) })
    await deliverAll(db, letters)
    const office = `${name.toLowerCase()}@kantor.test`
    const heard = [office, office, 'desk@panrb.test', 'pengawas@ombudsman.test']
    const toldNow = async () =>
      (await deliverAll(db, letters))
        .filter(({ template, text }) => template === 'overdue' && text.includes(made.trackingId))
        .map(({ to }) => to)
    for (const [level, day] of days.entries()) {
      const [before, then] = await around(endOf(day, name), toldNow)
      expect([day, before, then]).toEqual([day, [], [heard[level]]])
    }
    expect(await stageOf(made)).toBe('forwarded')
  })
})

describe('a hold, ten working days for the reporter, over Imlek and its cuti bersama', () => {
  const filed = { at: new Date('2026-02-04T01:00:00Z') }

  test('of an office: it ends where the office is, and clock B goes on with what was left', async () => {
    const made = await oneInEach({ stage: 'on_hold', ...filed })
    for (const name of ['WIT', 'WITA', 'WIB'] as const)
      expect([name, ...(await around(endOf('2026-02-20', name), () => stageOf(made[name])))]).toEqual([
        name,
        'on_hold',
        'forwarded',
      ])
    const rows = await db.owner
      .selectFrom('casework.report')
      .select('due_day')
      .where(
        'id',
        'in',
        names.map((name) => made[name].id),
      )
      .execute()
    expect(rows.map((row) => row.due_day)).toEqual(['2026-02-27', '2026-02-27', '2026-02-27'])
  })

  test('of the national desk: it ends in Jakarta, whichever door it came to', async () => {
    const made = await aReport(db, { ownDoor: 'prov-papua', ...filed })
    await made.move(dedi, { move: 'hold', text: 'Di mana?' })
    expect(await around(endOf('2026-02-20', 'WIT'), () => stageOf(made))).toEqual(['on_hold', 'on_hold'])
    expect(await around(endOf('2026-02-20', 'WIB'), () => stageOf(made))).toEqual(['on_hold', 'archived'])
  })
})

describe('clock A, three working days of the national desk', () => {
  test('runs out in Jakarta and moves nothing by itself: the report waits, and is late', async () => {
    const made = await aReport(db, { ownDoor: 'prov-papua', at: new Date('2026-02-11T16:30:00Z') })
    const row = () =>
      db.owner
        .selectFrom('casework.report')
        .select(['stage', 'due_at'])
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow()
    const [before, then] = await around(endOf('2026-02-18', 'WIB'), row)
    expect(before).toEqual({ stage: 'received', due_at: endOf('2026-02-18', 'WIB') })
    expect(then).toEqual(before)
  })

  test('an answer a minute before its time counts, a minute after it is late but counts as well', async () => {
    const [early, late] = [
      await aReport(db, { stage: 'forwarded', at: new Date('2026-01-14T01:00:00Z') }),
      await aReport(db, { stage: 'forwarded', at: new Date('2026-01-14T01:00:00Z') }),
    ]
    const end = endOf('2026-01-22', 'WITA')
    const answer = { move: 'answer', changes: { outcome: 'solved' as const } } as const
    await early.move(coordinatorOf(), { ...answer }, new Date(end.getTime() - 60_000))
    await around(end, async () => {})
    await late.move(coordinatorOf(), { ...answer }, new Date(end.getTime() + 60_000))
    const levels = await db.owner
      .selectFrom('casework.escalation')
      .select('report_id')
      .where('report_id', 'in', [early.id, late.id])
      .execute()
    expect(levels.map((level) => level.report_id)).toEqual([late.id])
    expect(await stageOf(late)).toBe('answered')
  })
})
