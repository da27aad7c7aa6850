import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { type Attempts, makeAttempts } from '../accounts/attempts.ts'
import type { Db } from '../platform/db.ts'
import type { Actor } from '../report/actor.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { hashReportKey, parseReportKey } from './report-key.ts'

/** Wrong keys that one address may offer for one report, and for all, before its answers become slow. */
const wrongKeys = makeAttempts({ perAddress: 60, perThing: 8, seconds: 600 })

const slowAnswerMs = 2_000

/**
 * The reporter of this report, by the header `Report-Key`, the posted field `kunci`, or the account that is signed in; undefined
 * for anybody else and for a report that does not exist, which is one answer. The right key always opens, whatever was tried
 * before; wrong ones only slow down whoever offers them.
 */
export async function openAsReporter(
  deps: { db: Db },
  c: Context,
  trackingId: string,
  limits: { attempts: Attempts; slowMs: number } = { attempts: wrongKeys, slowMs: slowAnswerMs },
): Promise<Actor | undefined> {
  const id = parseTrackingId(trackingId) ?? ''
  const offered = await offeredKey(c)
  const reportId = (await reportByKey(deps.db, id, offered)) ?? (await reportByAccount(deps.db, id, c))
  if (reportId) return { role: 'reporter', reportId }
  if (offered !== undefined && (await limits.attempts.begin(c, id))) await pause(limits.slowMs)
  return undefined
}

async function offeredKey(c: Context): Promise<string | undefined> {
  const header = c.req.header('report-key')
  if (header !== undefined || c.req.method === 'GET' || c.req.method === 'HEAD') return header
  const { kunci } = await c.req.parseBody()
  return typeof kunci === 'string' ? kunci : undefined
}

/** Asked for every key that is offered, also one that cannot be any, so that the answers take the same time. */
async function reportByKey(db: Db, trackingId: string, offered: string | undefined): Promise<string | undefined> {
  if (offered === undefined) return undefined
  const key = parseReportKey(offered)
  const { rows } = await sql<{ id: string | null }>`
    select identity.report_by_key(${trackingId}, ${hashReportKey(key ?? '')}) as id`.execute(db)
  return (key && rows[0]?.id) || undefined
}

async function reportByAccount(db: Db, trackingId: string, c: Context): Promise<string | undefined> {
  const person = c.get('person')
  if (!person) return undefined
  const { rows } = await sql<{ id: string | null }>`
    select identity.report_by_account(${trackingId}, ${person.accountId}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}
