import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/db.ts'
import { migrate } from '../platform/migrate.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { sealAnew } from '../secrecy/keys/seal-anew.ts'
import { testDeps, testKeeper, testKeyPair, testKeys } from '../testing/test-deps.ts'
import { verifyChains } from './verify-chains.ts'
import { verifySealed } from './verify-sealed.ts'

// An installation of before migration 28: the hash of an event covered its words themselves. It is filled as it was then, by the
// tables and triggers of then, and brought to today's.

const db = await testDatabase()
const lastBefore = 27
const options = { ownerUrl: db.urls.owner, passwordOf: () => 'for-tests-only', now: new Date('2026-01-14T03:00:00Z') }
const reports = [
  { id: '0198a000-0000-4000-8000-000000000001', trackingId: 'AAAAAAAAA', confidential: false },
  { id: '0198a000-0000-4000-8000-000000000002', trackingId: 'BBBBBBBBB', confidential: true },
  { id: '0198a000-0000-4000-8000-000000000003', trackingId: 'CCCCCCCCC', confidential: false },
]
const steps = [
  { move: 'submit', from: 'none', to: 'received', role: 'reporter', audience: 'public', text: null },
  { move: 'hold', from: 'received', to: 'on_hold', role: 'verifier', audience: 'parties', text: 'Di jalan mana?' },
  {
    move: 'complete',
    from: 'on_hold',
    to: 'received',
    role: 'reporter',
    audience: 'parties',
    text: 'Jalan Kenari, “no. 4”.',
  },
  {
    move: 'note',
    from: 'received',
    to: 'received',
    role: 'verifier',
    audience: 'office',
    text: 'Sudah ditelepon.\nTidak diangkat.',
  },
] as const
type Chain = { report_id: string; seq: number; text: string | null; hash: Buffer; prev_hash: Buffer }
let before: Chain[]

const chains = async (owner: Db) =>
  (await sql<Chain>`select report_id, seq, text, hash, prev_hash from casework.event order by 1, 2`.execute(owner)).rows

async function live({ id, trackingId, confidential }: (typeof reports)[number]) {
  for (const [at, step] of steps.entries()) {
    const when = new Date(Date.UTC(2025, 10, 3 + at, 1, 2, 3, 456))
    await db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('lapor.move', ${step.move}, true)`.execute(tx)
      if (step.move === 'submit') {
        await sql`insert into casework.report (id, tracking_id, stage, kind, channel, anonymous, confidential, without_identity,
          filed_at, clocks, last_seq, last_at)
          values (${id}, ${trackingId}, 'received', 'complaint', 'web', false, ${confidential}, false, ${when}, '{}', 1, ${when})`.execute(
          tx,
        )
        await sql`insert into casework.content (report_id, original_text, title, text)
          values (${id}, 'Lampu jalan mati.', 'Lampu', 'Lampu jalan mati.')`.execute(tx)
      } else
        await sql`update casework.report set stage = ${step.to}, last_seq = ${at + 1}, last_at = ${when},
          resume_stage = ${step.to === 'on_hold' ? 'received' : null} where id = ${id}`.execute(tx)
      await sql`insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, text, data)
        values (${id}, ${at + 1}, ${when}, 'Asia/Makassar', ${step.move}, ${step.from}, ${step.to}, ${step.role}, ${step.audience},
          ${step.text}, ${JSON.stringify({ sequence: at, words: 'ä' })}::jsonb)`.execute(tx)
    })
  }
}

beforeAll(async () => {
  await sql`drop schema casework, identity, publication, platform, graphile_worker cascade`.execute(db.owner)
  await migrate({ ...options, upTo: lastBefore })
  for (const report of reports) await live(report)
  before = await chains(db.owner)
  await migrate(options)
})

test('every event is there with its words, and every chain holds in today’s way', async () => {
  expect(before).toHaveLength(reports.length * steps.length)
  const after = await chains(db.owner)
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  const kept = after.filter(({ hash }, at) => before[at]?.hash.equals(hash)).map(({ seq }) => seq)
  expect(kept, 'only what was said without words is hashed as before').toEqual(reports.map(() => 1))
  const faults: unknown[] = []
  const found = await verifyChains(db.urls.owner, (fault) => faults.push(fault))
  expect(faults).toEqual([])
  expect(found).toMatchObject({ events: before.length, reports: reports.length, wordless: 0 })
})

test('and still when the words of the confidential one were sealed', async () => {
  const { uploadsDir } = testDeps(db)
  const deps = { owner: db.owner, uploadsDir, keys: testKeys, pair: testKeyPair, newest: 1 }
  expect(await sealAnew(deps, () => {})).toMatchObject({ reports: 1 })
  const faults: unknown[] = []
  await verifyChains(db.urls.owner, (fault) => faults.push(fault))
  const sealed = await verifySealed(db.owner, testKeeper, (fault) => faults.push(fault))
  expect(faults).toEqual([])
  expect(sealed).toMatchObject({ sealed: 3, unreadable: 0 })
})

test('a word that is changed afterwards is found', async () => {
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update casework.event set text = 'Di mana?' where report_id = ${reports[0]?.id} and seq = 2`.execute(tx)
  })
  const faults: string[] = []
  await verifyChains(db.urls.owner, ({ trackingId, at }) => faults.push(`${trackingId} ${at}`))
  expect(faults).toEqual(['AAAAAAAAA 2'])
})
