import { afterAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { dedi, marta, officerOf } from '../testing/cast.ts'
import { sweep } from './sweep.ts'
import { sweepDeps } from './testing/sweep-deps.ts'

const db = await testDatabase()
let now = new Date('2026-01-14T01:00:00Z')
const deps = sweepDeps(db, () => now)
const others = sweepDeps(db, () => now)
afterAll(() => Promise.all([deps.close(), others.close()]))
beforeEach(async () => {
  now = new Date('2026-01-14T08:00:00Z')
})

/** 24:00 of a day in Kupang. */
const endIn = (day: string) => new Date(`${day}T16:00:00Z`)
const minuteMs = 60_000
const justBefore = (at: Date) => new Date(at.getTime() - minuteMs)

async function rowOf({ id }: Pick<Made, 'id'>) {
  return db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
const copyOf = ({ trackingId }: Pick<Made, 'trackingId'>) =>
  db.publicDb.selectFrom('publication.report').selectAll().where('tracking_id', '=', trackingId).executeTakeFirst()
const movesOf = async ({ id }: Pick<Made, 'id'>) =>
  (await db.owner.selectFrom('casework.event').select('move').where('report_id', '=', id).orderBy('seq').execute()).map(
    ({ move }) => move,
  )
const levelsOf = async ({ id }: Pick<Made, 'id'>) =>
  (
    await db.owner
      .selectFrom('casework.escalation')
      .select(['clock_seq', 'level'])
      .where('report_id', '=', id)
      .orderBy('clock_seq')
      .orderBy('level')
      .execute()
  ).map(({ clock_seq, level }) => `${clock_seq}.${level}`)

async function sweepAt(at: Date) {
  now = at
  return sweep(deps)
}
const report = (wanted: Wanted) => aReport(db, wanted)

test('a reporter who says nothing for ten working days lets the report lapse, not a minute earlier', async () => {
  const made = await report({ stage: 'answered' })
  expect(await sweepAt(justBefore(endIn('2026-01-29')))).toMatchObject({ lapsed: 0 })
  expect(await sweepAt(endIn('2026-01-29'))).toMatchObject({ lapsed: 1 })
  expect(await rowOf(made)).toMatchObject({ stage: 'closed', manner: 'silent' })
  expect(await copyOf(made)).toMatchObject({ stage: 'closed', manner: 'silent' })
  expect(await sweepAt(endIn('2026-01-29'))).toMatchObject({ lapsed: 0 })
})

test('a reply stops the clock of silence: nothing lapses then', async () => {
  const made = await report({ stage: 'answered' })
  await made.move(marta(made.id), { move: 'reply', text: 'Masih gelap.' })
  await sweepAt(endIn('2026-01-29'))
  expect((await rowOf(made)).stage).toBe('in_progress')
})

test('two sweeps at once close each silent report once', async () => {
  const made = await Promise.all(Array.from({ length: 30 }, () => report({ stage: 'answered' })))
  now = endIn('2026-01-29')
  const [one, other] = await Promise.all([sweep(deps), sweep(others)])
  expect(one.lapsed + other.lapsed).toBe(30)
  for (const each of made) expect((await movesOf(each)).filter((move) => move === 'lapse')).toHaveLength(1)
})

test('a question that the desk asked and nobody answered ends in the archive', async () => {
  const made = await report({ stage: 'on_hold', published: false })
  const child = await report({ stage: 'merged', published: false, into: made.id })
  expect(await sweepAt(justBefore(new Date('2026-01-29T17:00:00Z')))).toMatchObject({ archived: 0 })
  expect(await sweepAt(new Date('2026-01-29T17:00:00Z'))).toMatchObject({ archived: 1, resumed: 0 })
  expect(await rowOf(made)).toMatchObject({ stage: 'archived', archive_reason: 'unanswered' })
  expect((await rowOf(child)).stage).toBe('received')
})

test('a question that an office asked and nobody answered goes on with what was left', async () => {
  const made = await report({ stage: 'on_hold' })
  await made.move(dedi, { move: 'note', text: 'Catatan.', audience: 'office' })
  expect(await sweepAt(endIn('2026-01-29'))).toMatchObject({ archived: 0, resumed: 1 })
  const row = await rowOf(made)
  expect(row).toMatchObject({ stage: 'forwarded', due_day: '2026-02-06' })
})

test('an overdue answer climbs: the unit at once, then the coordinator, the desk and the supervisors', async () => {
  const made = await report({ stage: 'in_progress' })
  await sweepAt(justBefore(endIn('2026-01-22')))
  expect(await levelsOf(made)).toEqual([])
  for (const [day, levels] of [
    ['2026-01-22', ['1.1']],
    ['2026-01-23', ['1.1', '1.2']],
    ['2026-01-26', ['1.1', '1.2']],
    ['2026-01-27', ['1.1', '1.2', '1.3']],
    ['2026-01-29', ['1.1', '1.2', '1.3', '1.4']],
  ] as const) {
    await sweepAt(justBefore(endIn(day)))
    await sweepAt(endIn(day))
    await sweep(others)
    expect([day, await levelsOf(made)]).toEqual([day, levels])
  }
  const row = await rowOf(made)
  expect(row).toMatchObject({ escalation: 4, escalate_at: null, overdue_since: endIn('2026-01-22') })
  expect((await copyOf(made))?.overdue_since).toEqual(endIn('2026-01-22'))
  const outbox = await db.owner
    .selectFrom('casework.outbox')
    .select('seq')
    .where('topic', '=', 'overdue')
    .where('report_id', '=', made.id)
    .execute()
  expect(outbox).toHaveLength(4)
})

test('a sweep that was away for a week catches up with every level, and progress does not hide the delay', async () => {
  const made = await report({ stage: 'in_progress' })
  await sweepAt(endIn('2026-01-28'))
  expect(await levelsOf(made)).toEqual(['1.1', '1.2', '1.3'])
  await made.move(officerOf(), { move: 'report_progress', text: 'Masih kami periksa.' }, now)
  expect(await rowOf(made)).toMatchObject({ overdue_since: endIn('2026-01-22'), escalate_at: endIn('2026-01-29') })
  await made.move(officerOf(), { move: 'answer', changes: { outcome: 'solved', answered_at: now } }, now)
  await made.move(marta(made.id), { move: 'reply', text: 'Belum.' }, now)
  expect(await rowOf(made)).toMatchObject({ overdue_since: null, escalation: 0 })
  await sweepAt(endIn('2026-02-05'))
  expect(await levelsOf(made)).toEqual(['1.1', '1.2', '1.3', '2.1'])
})

test('after sixty days without an end the reporter is asked about the Ombudsman, once', async () => {
  const made = await report({ stage: 'received' })
  const closed = await report({ stage: 'closed' })
  await sweepAt(justBefore(new Date('2026-03-15T17:00:00Z')))
  expect(await levelsOf(made)).toEqual([])
  await sweepAt(new Date('2026-03-15T17:00:00Z'))
  expect(await sweepAt(new Date('2026-03-16T17:00:00Z'))).toMatchObject({ offered: 0 })
  expect(await levelsOf(made)).toEqual(['0.5'])
  expect(await levelsOf(closed)).toEqual([])
  expect((await rowOf(made)).ombudsman_at).toBeNull()
})

test('the tally and what is still to be folded always add up to what is public', async () => {
  await report({ stage: 'answered' })
  await report({ stage: 'forwarded' })
  const tally = async () =>
    (
      await sql<{ stage: string; n: number }>`
        select stage, sum(n)::int as n from (
          select stage, n from publication.tally union all select stage, change from publication.tally_change) s
        group by stage having sum(n) > 0 order by stage`.execute(db.publicDb)
    ).rows
  const before = await tally()
  const [one, other] = await Promise.all([sweep(deps), sweep(others)])
  expect(one.folded + other.folded).toBeGreaterThan(0)
  expect(await tally()).toEqual(before)
  expect(await db.publicDb.selectFrom('publication.tally_change').select('id').execute()).toEqual([])
})
