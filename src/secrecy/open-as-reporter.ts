import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { type Attempts, makeAttempts } from '../accounts/attempts.ts'
import type { Person } from '../accounts/person.ts'
import type { Db } from '../platform/db.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import type { Actor } from '../report/actor.ts'
import type { Keeper } from '../report/keeper.ts'
import { ownLinks } from '../report/own-links.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { hashReportKey, parseReportKey } from './report-key.ts'

/** Wrong keys that one address may offer for one report, and for all, before its answers become slow. */
const wrongKeys = makeAttempts({ perAddress: 60, perThing: 8, seconds: 600 })

const slowAnswerMs = 2_000

/** `db`: role lapor_web. By the keeper an account's reports are found. */
export type ReporterDeps = { db: Db; keys: { keeper: Keeper } }

export type Limits = { attempts: Attempts; slowMs: number }

/**
 * The reporter of this report, by the header `Report-Key`, the posted field `kunci`, or the account that is signed in; undefined
 * for anybody else and for a report that does not exist, which is one answer. The right key always opens, whatever was tried
 * before; wrong ones only slow down whoever offers them.
 * @param posted the field `kunci` of a form that the route has read itself; a short form not yet read is looked into here
 */
export async function openAsReporter(
  deps: ReporterDeps,
  c: Context,
  trackingId: string,
  posted?: string,
  limits: Limits = { attempts: wrongKeys, slowMs: slowAnswerMs },
): Promise<Actor | undefined> {
  const offered = c.req.header('report-key') ?? posted ?? (await keyInForm(c))
  return open(deps, c, trackingId, offered, c.get('person'), limits)
}

/** The same for programs: by the header `Report-Key` or an account's token. Neither cookies nor forms count there. */
export async function openAsReporterByApi(
  deps: ReporterDeps,
  c: Context,
  trackingId: string,
  limits: Limits = { attempts: wrongKeys, slowMs: slowAnswerMs },
): Promise<Actor | undefined> {
  const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
  return open(deps, c, trackingId, c.req.header('report-key'), person, limits)
}

async function open(
  deps: ReporterDeps,
  c: Context,
  trackingId: string,
  offered: string | undefined,
  person: Person | undefined,
  limits: Limits,
): Promise<Actor | undefined> {
  const id = parseTrackingId(trackingId) ?? ''
  const reportId = (await reportByKey(deps.db, id, offered)) ?? (await reportByAccount(deps, id, person))
  if (reportId) return { role: 'reporter', reportId }
  if (offered && (await limits.attempts.begin(c, id))) await pause(limits.slowMs)
  return undefined
}

/** Read from a copy, so that the route can still read the form. Forms with files are left to their route. */
async function keyInForm(c: Context): Promise<string | undefined> {
  const type = c.req.header('content-type') ?? ''
  if (c.req.raw.bodyUsed || !type.startsWith('application/x-www-form-urlencoded')) return undefined
  const form = await readPostedForm(c.req.raw.clone())
  return form.kind === 'form' ? form.values.get('kunci') : undefined
}

/** Asked for every key that is offered, also one that cannot be any, so that the answers take the same time. */
async function reportByKey(db: Db, trackingId: string, offered: string | undefined): Promise<string | undefined> {
  if (!offered) return undefined
  const key = parseReportKey(offered)
  const { rows } = await sql<{ id: string | null }>`
    select identity.report_by_key(${trackingId}, ${hashReportKey(key ?? '')}) as id`.execute(db)
  return (key && rows[0]?.id) || undefined
}

async function reportByAccount(deps: ReporterDeps, trackingId: string, person?: Person): Promise<string | undefined> {
  if (!person) return undefined
  const { links } = await ownLinks(deps.db, deps.keys.keeper, person.accountId)
  const { rows } = await sql<{ id: string | null }>`
    select identity.report_by_links(${trackingId}, ${links}::bytea[]) as id`.execute(deps.db)
  return rows[0]?.id ?? undefined
}
