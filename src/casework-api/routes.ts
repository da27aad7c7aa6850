import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { actorOf, isStaff } from '../accounts/person.ts'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { problem, problemErrors } from '../platform/problem.ts'
import { readJsonBody } from '../platform/request-body.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { letOut } from '../secrecy/letting-words-out.ts'
import { openAsReporterByApi } from '../secrecy/open-as-reporter.ts'
import type { Setting } from '../agencies/setting.ts'
import type { PrivateReport } from '../publication/api-schemas.ts'
import { publicReport, type Reading } from '../publication/public-report.ts'
import { readingOf } from '../publication/reading.ts'
import { findPublicReport } from '../publication/report-query.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { maxApiBodyBytes, noJson, sayWrong } from '../ui/api-refusals.ts'
import { localeOf } from '../ui/locale.ts'
import { privatePicture } from './private-pictures.ts'
import { lostView, privateView } from './private-view.ts'
import { erasureApi } from './erasure.ts'
import { findReport } from './find-report.ts'
import type { MoveCall } from './move-call.ts'
import { moveCalls } from './move-operations.ts'
import { newsApi } from './news.ts'
import { ledgerAnswer } from './ledger.ts'
import { lookAtOffice } from './points-at-somebody.ts'
import { notFound, refused } from './refused.ts'
import { heldBack, isInside, leavesOffice, leavingWords } from './words-leaving.ts'

/** The moves as calls: POST /reports/{id}/{move}, by the reporter (key or token) or by staff (token). Cookies do not count here. */
export function caseworkApi(deps: Deps) {
  const app = new Hono().route('/', erasureApi(deps)).route('/', newsApi(deps))
  for (const move of moveCalls) app.post(`/reports/:id/${move.path}`, (c) => moveByCall(deps, c, move))
  app.get('/reports/:id/openings', async (c) => {
    if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
    const reporter = await openAsReporterByApi(deps, c, c.req.param('id'))
    return reporter ? ledgerAnswer(deps, c, reporter) : notFound(c)
  })
  app.get('/reports/:id/attachments/:attachment', async (c) => {
    if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
    const { id, attachment } = c.req.param()
    const actor = await actorFor(deps, c, id)
    const picture = actor && (await privatePicture(deps, c, actor, id, attachment))
    return picture ?? notFound(c)
  })
  return app
}

async function moveByCall(deps: Deps, c: Context, move: MoveCall): Promise<Response> {
  if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
  const id = c.req.param('id') ?? ''
  const actor = await actorFor(deps, c, id)
  if (!actor) return notFound(c)
  const read = await readJsonBody(c.req.raw, maxApiBodyBytes, {})
  if (!read.ok) return noJson(c, read.why)
  const parsed = move.body.safeParse(read.sent, sayWrong(localeOf(c)))
  if (!parsed.success)
    return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: problemErrors(parsed.error) })
  const { version, ...body } = parsed.data
  const [setting, reading] = [await settingOf(deps), await readingOf(deps, c)]
  try {
    const { seen, lost, held } = await as(deps.db, actor, async (tx) => {
      const reportId = actor.reportId ?? (await findReport(tx, actor, id, setting.now))
      const work = async () => {
        const moved = await move.work(tx, actor, reportId, { ...body, seenSeq: version } as never, setting)
        if (actor.role !== 'reporter' && leavesOffice(move)) await lookAtOffice(tx, moved, body)
        return moved
      }
      const text = await leavingWords(tx, deps.keys.keeper, move, id, body)
      const at = { ...setting, indexSecret: deps.keys.indexSecret }
      const said = await letOut(tx, at, { actor, about: id, text, inside: isInside(move) }, work)
      if (said.held) return { held: said.held }
      const moved = said.done
      // A report that goes around whom it accuses does so now, not after it was told where it stands.
      await sql`set constraints casework.go_around immediate`.execute(tx)
      const seen = await privateView(tx, deps.keys.keeper, actor, reportId, reading).catch(goneFromSight)
      return { seen, lost: lostView(actor, moved.report, moved.stage, reading) }
    })
    if (held) return heldBack(c, held, move)
    c.header('cache-control', 'no-store')
    return c.json(seen ?? { ...lost, ...(await publicView(deps, lost.id, reading)) })
  } catch (error) {
    return refused(c, error)
  }
}

/** What everybody reads of it, for those who see no more of it now; nothing of a report that is not public. */
async function publicView({ publicDb }: Deps, id: string, reading: Reading): Promise<Partial<PrivateReport>> {
  const { row } = await findPublicReport(publicDb, id)
  return row ? publicReport(row, reading) : {}
}

/** The private view of GET /reports/{id}, for a key or a token that opens it; undefined leaves the public one to answer. */
export async function privateReport(deps: Deps, c: Context, id: string): Promise<Response | undefined> {
  const actor = await actorFor(deps, c, id)
  if (!actor) return undefined
  const reading = await readingOf(deps, c)
  const view = await as(deps.db, actor, async (tx) =>
    privateView(tx, deps.keys.keeper, actor, actor.reportId ?? (await findReport(tx, actor, id, reading.now)), reading),
  ).catch(goneFromSight)
  if (!view) return undefined
  c.header('cache-control', 'no-store')
  return c.json(view)
}

async function settingOf(deps: Deps): Promise<Setting> {
  return { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
}

/** A move that sends a report away leaves its mover nothing to see. */
function goneFromSight(error: unknown): undefined {
  if (!(error instanceof ReportNotFound)) throw error
}

/** Staff act as themselves; everyone else only as the reporter whom a key or the token of their account proves. */
async function actorFor(deps: Deps, c: Context, id: string): Promise<Actor | undefined> {
  const reporter = await openAsReporterByApi(deps, c, id)
  if (reporter) return reporter
  const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
  return person && isStaff(person) ? actorOf(person) : undefined
}
