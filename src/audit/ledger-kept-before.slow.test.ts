import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../platform/migrate.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { asThief } from './testing/thief.ts'
import { verifyLedger } from './verify-ledger.ts'

const db = await testDatabase()

test('openings from before the ledger was a chain are recorded in the order in which they happened', async () => {
  await sql`drop schema casework, identity, publication, platform, graphile_worker cascade`.execute(db.owner)
  const options = { ownerUrl: db.urls.owner, passwordOf: () => 'for-tests-only', now: new Date('2026-01-14T03:00:00Z') }
  await migrate({ ...options, upTo: 44 })
  const [one, other, dedi, lestari] = Array.from({ length: 4 }, () => randomUUID())
  const opening = (report: unknown, askedAt: string, decidedAt: string | null) => sql`
    insert into casework.opening (report_id, n, what, ground, reason, asked_by, asked_role, asked_at, decision, decided_by,
      decided_role, decided_at, ends_at)
    values (${report}, 1, 'text', 'law', chr(1) || 'AQAB', ${dedi}, 'verifier', ${askedAt}, ${decidedAt && 'approved'},
      ${decidedAt && lestari}, ${decidedAt && 'supervisor'}, ${decidedAt}, ${decidedAt}::timestamptz + interval '15 minutes')`
  await asThief(
    db,
    opening(one, '2026-01-10T03:00:00Z', '2026-01-10T05:00:00Z'),
    opening(other, '2026-01-10T04:00:00Z', null),
    sql`insert into casework.look (report_id, n, account_id, page, at, tx)
      values (${one}, 1, ${dedi}, 'page', '2026-01-10T05:00:00Z', pg_current_xact_id())`,
  )
  await migrate(options)
  const lines = await db.owner
    .selectFrom('casework.ledger_line')
    .select(['line', 'report_id', 'kind'])
    .orderBy('line')
    .execute()
  expect(lines.map(({ line, report_id, kind }) => [line, report_id, kind])).toEqual([
    [1, one, 'asked'],
    [2, other, 'asked'],
    [3, one, 'decided'],
    [4, one, 'looked'],
  ])
  const said: string[] = []
  expect(
    await verifyLedger(
      db.owner,
      ({ what }) => said.push(what),
      (what) => said.push(what),
    ),
  ).toEqual({
    lines: 4,
    faults: 0,
  })
  expect(said).toEqual([])
})
