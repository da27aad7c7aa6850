import { type Context, Hono } from 'hono'
import { actorOf, isStaff } from '../accounts/person.ts'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { problem, problemErrors } from '../platform/problem.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import type { Setting } from '../agencies/setting.ts'
import type { Reading } from '../publication/public-report.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { privateView } from './private-view.ts'
import { findReport } from './find-report.ts'
import { type MoveCall, moveCalls } from './move-operations.ts'
import { notFound, refused } from './refused.ts'

/** The moves as calls: POST /reports/{id}/{move}, by the reporter (key or token) or by staff (token). Cookies do not count here. */
export function caseworkApi(deps: Deps) {
  const app = new Hono()
  for (const move of moveCalls) app.post(`/reports/:id/${move.path}`, (c) => moveByCall(deps, c, move))
  return app
}

async function moveByCall(deps: Deps, c: Context, move: MoveCall): Promise<Response> {
  if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
  const actor = await actorFor(deps, c, c.req.param('id') ?? '')
  if (!actor) return notFound(c)
  const sent = await readJson(c)
  if (sent === undefined) return problem(c, 400, 'malformed', 'Isi permintaan bukan JSON.')
  const body = move.body.safeParse(sent)
  if (!body.success)
    return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: problemErrors(body.error) })
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  try {
    const view = await as(deps.db, actor, async (tx) => {
      const reportId = actor.reportId ?? (await findReport(tx, c.req.param('id') ?? ''))
      await move.work(tx, actor, reportId, body.data as never, setting)
      return privateView(tx, actor, reportId, readingFor(setting)).catch(goneFromSight)
    })
    return c.json(view ?? { id: parseTrackingId(c.req.param('id') ?? '') })
  } catch (error) {
    return refused(c, error)
  }
}

/** The private view of GET /reports/{id}, for a key or a token that opens it; undefined leaves the public one to answer. */
export async function privateReport(deps: Deps, c: Context, id: string): Promise<Response | undefined> {
  const actor = await actorFor(deps, c, id)
  if (!actor) return undefined
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  const view = await as(deps.db, actor, async (tx) =>
    privateView(tx, actor, actor.reportId ?? (await findReport(tx, id)), readingFor(setting)),
  ).catch(goneFromSight)
  if (!view) return undefined
  c.header('cache-control', 'no-store')
  return c.json(view)
}

function readingFor({ rules, directory, now }: Setting): Reading {
  return { directory, calendar: rules.calendar, now, locale: 'id' }
}

/** A move that sends a report away leaves its mover nothing to see. */
function goneFromSight(error: unknown): undefined {
  if (!(error instanceof ReportNotFound)) throw error
}

/** Staff act as themselves; everyone else only as the reporter whom a key or their account proves. */
async function actorFor(deps: Deps, c: Context, id: string): Promise<Actor | undefined> {
  const reporter = await openAsReporter(deps, c, id, undefined)
  if (reporter) return reporter
  const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
  return person && isStaff(person) ? actorOf(person) : undefined
}

/** An empty body is an empty object. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
