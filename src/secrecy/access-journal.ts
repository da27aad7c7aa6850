import { sql } from 'kysely'
import { z } from 'zod'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Task } from '../platform/jobs.ts'
import { type KeyPair, seal } from '../platform/seal.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { lockReport } from '../report/move.ts'
import { addLine, readLines } from './journal.ts'

/**
 * Where an account works, which offices it heads, and whether it may get in. `account` missing: tokens of nobody, such as gateways;
 * `heads` missing: written before this was kept; `password`: its hash, sealed.
 */
const access = z.object({
  account: z.uuid().optional(),
  role: z.string().optional(),
  office: z.string().optional(),
  disabled: z.boolean().default(false),
  password: z.base64().optional(),
  revoked: z.array(z.hex()),
  heads: z.array(z.object({ office: z.string(), acting: z.boolean() })).optional(),
})

const someone = z.object({ by: z.uuid(), role: z.string(), office: z.string().nullable(), at: z.iso.datetime() })

/** An opening as the ledger shows it, its reason sealed as it is there. */
const opening = z.object({
  report: z.uuid(),
  n: z.int().positive(),
  what: z.string(),
  ground: z.string(),
  reason: z.string(),
  reasonHash: z.hex().nullable(),
  asked: someone,
  decided: someone.extend({ decision: z.string(), endsAt: z.iso.datetime().nullable() }).nullable(),
  looks: z.array(z.object({ by: z.uuid(), page: z.string(), at: z.iso.datetime() })),
})

/** Everything that happened until then stands above. */
const until = z.object({ until: z.iso.datetime() })

export type AccessThen = z.infer<typeof access>
export type OpeningThen = z.infer<typeof opening>

const payloadOf = z.object({ reportId: z.uuid(), seq: z.int().default(0) })
const topics = ['access', 'opened']

type Deps = { db: Db; dataDir: string; pair: KeyPair; now: Now }

/**
 * Write down outside the database, beside the keys, what a restored older backup must not undo. `access`: of an account; `opened`: an
 * opening and who looked through it; `journal`: from time to time, that nothing is missing. Twice is once.
 */
export function accessTasks(deps: Deps): Record<'access' | 'opened' | 'journal', Task> {
  const add = (line: object) => addLine(deps.dataDir, 'access.jsonl', line)
  return {
    access: async (payload) => {
      const { reportId: account } = payloadOf.parse(payload)
      await as(deps.db, system, async (tx) => add(await accessOf(tx, deps.pair, account)))
    },
    opened: async (payload) => {
      const { reportId, seq } = payloadOf.parse(payload)
      await as(deps.db, system, async (tx) => add(await openingOf(tx, reportId, seq)))
    },
    journal: async () => {
      const at = deps.now()
      if (!(await as(deps.db, system, waits))) add({ until: at.toISOString() } satisfies z.infer<typeof until>)
    },
  }
}

/**
 * What the journal says: the last of each account and opening, and until when it is whole. Undefined when it is not there.
 */
export function readAccess(dataDir: string) {
  const lines = readLines(dataDir, 'access.jsonl', z.union([opening, until, access]))
  if (!lines) return undefined
  const accesses = new Map<string, AccessThen>()
  const openings = new Map<string, OpeningThen>()
  let known: string | undefined
  for (const line of lines) {
    if ('until' in line) known = line.until
    else if ('report' in line) openings.set(`${line.report} ${line.asked.by} ${line.asked.at}`, line)
    else accesses.set(line.account ?? '', line)
  }
  return {
    accesses: [...accesses.values()],
    openings: [...openings.values()],
    ...(known ? { until: new Date(known) } : {}),
  }
}

async function accessOf(tx: Tx, pair: KeyPair, account: string): Promise<AccessThen> {
  const { rows } = await sql<{ said: Record<string, unknown> }>`select identity.access_of(${account}) as said`.execute(
    tx,
  )
  const { password, ...said } = rows[0]?.said ?? {}
  const sealed = typeof password === 'string' ? { password: seal(pair.publicKey, password).toString('base64') } : {}
  return access.parse({ ...said, ...sealed })
}

/** Under the report's lock: the last line is the latest. */
async function openingOf(tx: Tx, reportId: string, n: number): Promise<OpeningThen> {
  await lockReport(tx, reportId)
  const of = { report_id: reportId, n }
  const row = await tx
    .selectFrom('casework.opening')
    .selectAll()
    .where(({ and }) => and(of))
    .executeTakeFirstOrThrow()
  const looks = await tx
    .selectFrom('casework.look')
    .select(['account_id as by', 'page', 'at'])
    .where(({ and }) => and(of))
    .orderBy('id')
    .execute()
  return {
    report: reportId,
    n,
    what: row.what,
    ground: row.ground,
    reason: row.reason,
    reasonHash: row.reason_hash?.toString('hex') ?? null,
    asked: { by: row.asked_by, role: row.asked_role, office: row.asked_office, at: row.asked_at.toISOString() },
    decided:
      row.decision && row.decided_by && row.decided_role && row.decided_at
        ? {
            by: row.decided_by,
            role: row.decided_role,
            office: row.decided_office,
            at: row.decided_at.toISOString(),
            decision: row.decision,
            endsAt: row.ends_at?.toISOString() ?? null,
          }
        : null,
    looks: looks.map(({ at, ...look }) => ({ ...look, at: at.toISOString() })),
  }
}

/** Whether something has happened that is not written yet. */
async function waits(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from casework.outbox where topic = any (${topics}))
      or exists (select from graphile_worker.jobs where task_identifier = any (${topics})) as waits`.execute(tx)
  return rows[0]?.waits ?? false
}
