import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { makeDirectory } from '../src/agencies/directory.ts'
import { sweep } from '../src/oversight/sweep.ts'
import { noKeeper } from '../src/report/keeper.ts'
import { makeRules } from '../src/report/rules.ts'
import { isTrackingId } from '../src/report/tracking-id.ts'
import { testKeeper } from '../src/testing/test-deps.ts'
import { plantBelievable } from './plant-believable.ts'

const db = await testDatabase()
const now = new Date('2026-11-22T03:00:00Z')
const count = 2_300
const planted = await plantBelievable(count, {
  owner: db.owner,
  ownerUrl: db.urls.owner,
  now,
  keeper: testKeeper,
  seed: 5,
})

async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await query.execute(db.owner)
  return rows[0] as T
}

test('as many are planted as were asked for, each with an ID of its own', async () => {
  const ids = await db.owner.selectFrom('casework.report').select('tracking_id').execute()
  expect(planted).toBe(count)
  expect(new Set(ids.map((row) => row.tracking_id)).size).toBe(count)
  expect(ids.every((row) => isTrackingId(row.tracking_id))).toBe(true)
})

test('every report stands where its events lead, step by step along the table', async () => {
  const wrong = await one(sql<{ reports: number; steps: number }>`select
    (select count(*)::int from casework.report r left join casework.event e on e.report_id = r.id and e.seq = r.last_seq
      where e.to_stage is distinct from r.stage or e.at is distinct from r.last_at
        or exists (select from casework.event later where later.report_id = r.id and later.seq > r.last_seq)) as reports,
    (select count(*)::int from casework.event e left join casework.event b on b.report_id = e.report_id and b.seq = e.seq - 1
      where e.from_stage is distinct from coalesce(b.to_stage, 'none') or not exists (select from casework.move m
        where (m.move, m.from_stage, m.to_stage, m.by_role) = (e.move, e.from_stage, e.to_stage, e.actor_role))) as steps`)
  expect(wrong).toEqual({ reports: 0, steps: 0 })
})

test('the chain of hashes is the one that the database would have made', async () => {
  const chain = await one(sql<{ events: number; broken: number }>`
    select count(*)::int as events, count(*) filter (where e.hash <> casework.event_hash(e)
      or e.prev_hash <> coalesce((select b.hash from casework.event b where b.report_id = e.report_id and b.seq = e.seq - 1), ''))::int
      as broken
    from casework.event e`)
  expect(chain.events).toBeGreaterThan(count * 3)
  expect(chain.broken).toBe(0)
})

test('the public copies are those that publishing one by one gives, and they are counted', async () => {
  const before = await sql`select * from publication.report order by report_id`.execute(db.owner)
  await sql`delete from publication.report`.execute(db.owner)
  await sql`select casework.publish(id) from casework.report`.execute(db.owner)
  const after = await sql`select * from publication.report order by report_id`.execute(db.owner)
  expect(before.rows.length).toBeGreaterThan(count / 2)
  expect(after.rows).toEqual(before.rows)
  const { rows } = await sql`select agency_id, stage, sum(change)::int as n from publication.tally_change group by 1, 2
    except select coalesce(agency_id, ''), stage, count(*)::int from publication.report group by 1, 2`.execute(db.owner)
  expect(rows).toEqual([])
})

test('a sweep finds what it has done before: nobody is told of years ago', async () => {
  const deps = { db: db.worker, log: pino({ level: 'silent' }), now: () => now, uploadsDir: '/nowhere' }
  const done = await sweep({ ...deps, rules: makeRules(db.worker, noKeeper), directory: makeDirectory(db.worker) })
  expect(done).toMatchObject({ reckoned: 0, resumed: 0, escalated: 0, offered: 0 })
  // Silent in the days between the deadline and the end that the invented life had in mind.
  expect(done.lapsed + done.archived).toBeLessThan(count / 200)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from casework.escalation`.execute(db.owner)
  expect(rows[0]?.n).toBeGreaterThan(count / 50)
})

test('everything that they name exists, though the guards rested', async () => {
  const { rows } = await sql<{ name: string; definition: string }>`
    select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conrelid in ('casework.report'::regclass, 'casework.event'::regclass,
      'casework.content'::regclass, 'identity.filing'::regclass, 'publication.report'::regclass)`.execute(db.owner)
  for (const { name, definition } of rows) {
    const [, column = '', target = '', key = ''] = /\((\w+)\) REFERENCES ([\w.]+)(?:\((\w+)\))?/.exec(definition) ?? []
    const lost = await one(sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)} a
      where a.${sql.ref(column)} is not null and not exists (select from ${sql.raw(target)} b
        where b.${sql.ref(key)} = a.${sql.ref(column)})`)
    expect(lost.n, `${name}: ${definition}`).toBe(0)
  }
})
