import { as } from './as.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { allowedMoves, moves, nextStage, stages, steps } from './lifecycle.ts'

const db = await testDatabase()

test('the lifecycle in the code and the one in the database are the same', async () => {
  const rows = await db.owner.selectFrom('casework.move').selectAll().execute()
  const inDatabase = rows.map((row) => `${row.move} ${row.from_stage} ${row.to_stage} ${row.by_role}`)
  const inCode = steps().map((step) => `${step.move} ${step.from} ${step.to} ${step.by}`)
  expect(inDatabase.sort()).toEqual(inCode.sort())
})

test('every stage but a withdrawn one has a way on', () => {
  for (const stage of stages) {
    const ways = steps().filter((step) => step.from === stage && step.to !== stage)
    expect(ways.length > 0, stage).toBe(stage !== 'withdrawn')
  }
})

test('an office cannot close a report: only the reporter and the clock can', () => {
  const closers = steps()
    .filter((step) => step.to === 'closed' && step.from !== 'closed')
    .map((step) => step.by)
  expect([...new Set(closers)].sort()).toEqual(['reporter', 'system'])
})

test('only the reporter lowers secrecy, and an officer never forwards', () => {
  expect(moves.lower_secrecy.by).toEqual(['reporter'])
  expect(allowedMoves('received', 'officer')).not.toContain('forward')
  expect(nextStage('lapse', 'forwarded', 'system', null)).toBeUndefined()
})

/** Tries a statement as the owner of the tables and gives the database's complaint, or 'done'. */
async function byHand(statement: ReturnType<typeof sql>): Promise<string> {
  return db.owner
    .transaction()
    .execute((tx) => statement.execute(tx))
    .then(
      () => 'done',
      (error: Error) => error.message,
    )
}

test('SQL written by hand cannot move a report off the table', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const id = made.id
  expect(await byHand(sql`update casework.report set stage = 'closed', manner = 'silent' where id = ${id}`)).toMatch(
    /no move leads/,
  )
  expect(await byHand(sql`update casework.report set stage = 'answered' where id = ${id}`)).toMatch(/needs its event/)
  expect(
    await byHand(sql`update casework.report set stage = 'answered', last_seq = last_seq + 1 where id = ${id}`),
  ).toMatch(/stands at answered, its events at forwarded/)
  expect(await byHand(sql`delete from casework.report where id = ${id}`)).toMatch(/never deleted/)
})

test('SQL written by hand cannot change, remove or slip in an event', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const id = made.id
  expect(await byHand(sql`update casework.event set text = 'lain' where report_id = ${id}`)).toMatch(/only ever added/)
  expect(await byHand(sql`delete from casework.event where report_id = ${id}`)).toMatch(/only ever added/)
  expect(await byHand(sql`truncate casework.event`)).toMatch(/only ever added/)
  expect(
    await byHand(sql`insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, prev_hash, hash)
      values (${id}, 99, now(), 'Asia/Jakarta', 'lapse', 'answered', 'closed', 'system', 'public', '', '')`),
  ).toMatch(/event 99/)
})

test('SQL written by hand cannot lower secrecy or rewrite what the reporter wrote', async () => {
  const made = await aReport(db, { confidential: true })
  expect(await byHand(sql`update casework.report set confidential = false where id = ${made.id}`)).toMatch(
    /only the reporter/,
  )
  expect(await byHand(sql`update casework.content set original_text = 'lain' where report_id = ${made.id}`)).toMatch(
    /own words/,
  )
})

test('SQL written by hand cannot change who sees a report: its public copy would stay', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  for (const change of [
    sql`confidential = true`,
    sql`anonymous = true`,
    sql`published_at = null`,
    sql`agency_id = 'kab-luwu'`,
    sql`unit_id = 'kota-kupang-dinkes'`,
  ])
    expect(await byHand(sql`update casework.report set ${change} where id = ${made.id}`)).toMatch(
      /with its (event|words)/,
    )
})

test('SQL written by hand cannot hand over or publish what nobody has forwarded yet, nor move what is owed', async () => {
  const made = await aReport(db, { ownDoor: 'kota-kupang' })
  for (const change of [
    sql`agency_id = 'kab-luwu'`,
    sql`published_at = now()`,
    sql`due_at = due_at + interval '1 day'`,
    sql`due_day = due_day + 1`,
    sql`due_at = due_at + interval '1 day', calendar = calendar + 1000`,
    sql`due_moved = '{"reason": "lain"}'`,
    sql`clocks = '[]'`,
  ]) {
    const told = await byHand(sql`update casework.report set ${change} where id = ${made.id}`)
    expect(told).toMatch(/only with its event/)
    const counted = await byHand(
      sql`update casework.report set ${change}, last_seq = last_seq + 1 where id = ${made.id}`,
    )
    expect(counted).toMatch(/stands at received, its events at/)
  }
  const byWorker = as(db.worker, { role: 'system' }, (tx) =>
    sql`update casework.report set due_at = due_at + interval '1 day' where id = ${made.id}`.execute(tx),
  )
  await expect(byWorker).rejects.toThrow(/only with its event/)
})

test('every event carries the hash of the one before and of itself', async () => {
  const made = await aReport(db, { stage: 'closed' })
  const { rows } = await sql<{ broken: number; n: number }>`
    select count(*)::int as n, count(*) filter (where hash <> casework.event_hash(e.*)
      or prev_hash <> coalesce((select p.hash from casework.event p where p.report_id = e.report_id and p.seq = e.seq - 1), ''))::int as broken
    from casework.event e where report_id = ${made.id}`.execute(db.owner)
  expect(rows[0]).toMatchObject({ broken: 0 })
  expect(rows[0]?.n).toBeGreaterThan(3)
})

test('the role of the public pages reads publication and nothing else', async () => {
  const { rows } = await sql<{ place: string }>`
    select n.nspname || '.' || c.relname as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'publication')
      and has_schema_privilege('lapor_public', n.oid, 'usage') and has_table_privilege('lapor_public', c.oid, 'select')`.execute(
    db.owner,
  )
  expect(rows).toEqual([])
  await expect(sql`select 1 from casework.report`.execute(db.publicDb)).rejects.toThrow(/permission denied/)
  await expect(sql`insert into publication.decreed_year values (2099)`.execute(db.publicDb)).rejects.toThrow(
    /permission denied/,
  )
})

test('every table has a primary key, row-level security and a policy', async () => {
  const { rows } = await sql<{ place: string }>`
    select n.nspname || '.' || c.relname as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('casework', 'identity', 'publication') and not (
      c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)
      and exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'))`.execute(db.owner)
  expect(rows).toEqual([])
})
