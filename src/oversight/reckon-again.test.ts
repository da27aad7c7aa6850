import { afterAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import type { Actor } from '../report/actor.ts'
import { sweep } from './sweep.ts'
import { sweepDeps } from './testing/sweep-deps.ts'

const db: TestDatabase = await testDatabase()
let now = new Date('2026-01-14T08:00:00Z')
const deps = sweepDeps(db, () => now)
afterAll(() => deps.close())
beforeEach(() => {
  now = new Date('2026-01-14T08:00:00Z')
})

type DayOff = { day: string; name: string; kind: string; agency_id?: string; area_code?: string }

async function changeCalendar(add: DayOff[], remove: number[] = [], actor: Actor = dedi) {
  await as(db.web, actor, (tx) =>
    sql`select publication.change_calendar(${JSON.stringify(add)}::jsonb, ${remove}::bigint[], ${now}, 'Perubahan')`.execute(
      tx,
    ),
  )
}
const rowOf = (id: string) =>
  db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const copyOf = (id: string) =>
  db.publicDb.selectFrom('publication.report').selectAll().where('report_id', '=', id).executeTakeFirstOrThrow()
const idOfHoliday = async (day: string) =>
  (
    await db.owner
      .selectFrom('publication.holiday')
      .select('id')
      .where('day', '=', day as never)
      .executeTakeFirstOrThrow()
  ).id

test('a day off that is announced late moves every open deadline, and the report’s page says why', async () => {
  const open = await aReport(db, { stage: 'forwarded' })
  const closed = await aReport(db, { stage: 'closed' })
  const before = await rowOf(closed.id)
  await changeCalendar([{ day: '2026-01-20', name: 'Hari Pemilihan', kind: 'national' }])
  expect(await sweep(deps)).toMatchObject({ reckoned: 1 })
  const row = await rowOf(open.id)
  expect(row).toMatchObject({ due_day: '2026-01-23', due_at: new Date('2026-01-23T16:00:00Z') })
  expect(row.escalate_at).toEqual(row.due_at)
  const moved = {
    from: '2026-01-22',
    to: '2026-01-23',
    reason: 'Tenggat mundur dari Kamis 22 Januari 2026 ke Jumat 23 Januari 2026: 20 Jan (Hari Pemilihan) kini libur.',
  }
  expect(row.due_moved).toMatchObject(moved)
  expect(await copyOf(open.id)).toMatchObject({ due_day: '2026-01-23', due_at: row.due_at, due_moved: moved })
  expect(await rowOf(closed.id)).toEqual(before)
  expect(await sweep(deps)).toMatchObject({ reckoned: 0 })
})

test('taking the day back moves it again, and the next clock has no old reason', async () => {
  const open = await aReport(db, { stage: 'forwarded' })
  await changeCalendar([], [await idOfHoliday('2026-01-20')])
  expect(await sweep(deps)).toMatchObject({ reckoned: 2 })
  expect((await rowOf(open.id)).due_moved).toMatchObject({
    to: '2026-01-22',
    reason:
      'Tenggat maju dari Jumat 23 Januari 2026 ke Kamis 22 Januari 2026: 20 Jan (Hari Pemilihan) kini hari kerja.',
  })
  await open.move(coordinatorOf(), { move: 'answer', changes: { outcome: 'solved', answered_at: open.at } })
  expect((await rowOf(open.id)).due_moved).toBeNull()
})

test('a closure of one city moves its deadlines alone, and a report with no changed day is only marked as seen', async () => {
  const kupang = await aReport(db, { stage: 'answered' })
  const papua = await aReport(db, { stage: 'answered', agency: 'prov-papua' })
  await changeCalendar(
    [{ day: '2026-01-21', name: 'Libur HUT Kota', kind: 'closure', agency_id: 'kota-kupang' }],
    [],
    coordinatorOf(),
  )
  await sweep(deps)
  const [one, other] = [await rowOf(kupang.id), await rowOf(papua.id)]
  expect(one).toMatchObject({ due_day: '2026-01-30' })
  expect(other).toMatchObject({ due_day: '2026-01-29', due_moved: null })
  expect(one.calendar).toBe(other.calendar)
})

test('an answer that was late only because a day off was announced afterwards is not late any more', async () => {
  const open = await aReport(db, { stage: 'forwarded', agency: 'prov-papua' })
  now = new Date('2026-01-22T15:30:00Z')
  await sweep(deps)
  expect((await copyOf(open.id)).overdue_since).toEqual(new Date('2026-01-22T15:00:00Z'))
  await changeCalendar([{ day: '2026-01-22', name: 'Hari Duka', kind: 'national' }])
  await sweep(deps)
  expect(await rowOf(open.id)).toMatchObject({ due_day: '2026-01-23', overdue_since: null, escalation: 1 })
  expect((await copyOf(open.id)).overdue_since).toBeNull()
})

test('two sweeps and the moves of people at the same moment leave every deadline reckoned once', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, () => aReport(db, { stage: 'answered' })))
  await changeCalendar([{ day: '2026-01-23', name: 'Hari Libur Baru', kind: 'national' }])
  await Promise.all([
    sweep(deps),
    sweep(deps),
    ...made.slice(0, 4).map((report) => report.move(marta(report.id), { move: 'reply', text: 'Belum.' })),
  ])
  await sweep(deps)
  const { rows } = await sql<{ calendar: number }>`
    select distinct calendar from casework.report where due_at is not null`.execute(db.owner)
  expect(rows).toHaveLength(1)
})
