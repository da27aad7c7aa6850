import type { Context } from 'hono'
import { actorOf } from '../accounts/person.ts'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import { problem } from '../platform/problem.ts'
import { randomId } from '../platform/uuid.ts'
import type { Actor } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { lockReport, moveReport } from '../report/move.ts'
import { MoveRefused } from '../report/refusals.ts'
import type { Rules } from '../report/rules.ts'
import { stagedPictures } from '../report/staged-pictures.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporterByApi } from '../secrecy/open-as-reporter.ts'
import { wordsIn } from '../ui/words/index.ts'
import { evidenceKey, reportToAnswer } from './evidence.ts'
import { idempotencyHash } from './file-report.ts'
import type { PhotoRefusal } from './photo-parts.tsx'
import { putAside } from './put-aside.ts'

/** For whom the photos are put aside, under which key; `handle` is what an office sends with its answer. */
type Aside = { key: Buffer; actor: Actor; reportId: string; handle?: string }

/**
 * POST /reports/{id}/attachments. By the reporter: while nobody has forwarded the report they join its filing, which its history says,
 * so that whoever looked before looks again; afterwards they come as a note to the offices, since nothing becomes public that the
 * desk has not seen. By an office that may answer: they
 * wait, under the handle that is given, for its answer or progress.
 */
export async function attachPhotos(deps: Deps, c: Context): Promise<Response> {
  if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
  const aside = await asideFor(deps, c, c.req.param('id') ?? '')
  if (!aside) return problem(c, 404, 'not_found', 'Tidak ada laporan dengan ID itu.')
  const { key, actor, reportId, handle } = aside
  const refused: PhotoRefusal[] = []
  const posted = await readPostedForm(c.req.raw, async (file) => {
    const reason = await putAside(deps, key, file)
    if (reason) refused.push({ name: file.name, reason })
  })
  if (posted.kind === 'not_a_form')
    return problem(c, 415, 'unsupported_media_type', 'Kirim sebagai multipart/form-data.')
  const items = await stagedPictures(deps.db, key)
  if (items.length === 0) return nothingKept(c, refused)
  c.header('cache-control', 'no-store')
  if (handle) return c.json({ items, refused, attachments: handle }, 201)
  try {
    const rules = await deps.rules()
    await as(deps.db, actor, (tx) => bind(tx, actor, reportId, key, rules, deps.now()))
  } catch (error) {
    if (!(error instanceof MoveRefused)) throw error
    return problem(c, 409, error.reason, 'Laporan ini tidak menerima foto lagi.', { stage: error.stage })
  }
  return c.json({ items, refused }, 201)
}

async function asideFor(deps: Deps, c: Context, trackingId: string): Promise<Aside | undefined> {
  const reporter = await openAsReporterByApi(deps, c, trackingId)
  if (reporter?.reportId) {
    const { reportId } = reporter
    return { key: idempotencyHash(`attachments ${reportId}`), actor: reporter, reportId }
  }
  const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
  if (!person) return undefined
  const actor = actorOf(person)
  const reportId = await as(deps.db, actor, (tx) => reportToAnswer(tx, actor, trackingId))
  const handle = randomId()
  return reportId ? { key: evidenceKey(actor, reportId, handle), actor, reportId, handle } : undefined
}

async function bind(tx: Tx, actor: Actor, reportId: string, key: Buffer, rules: Rules, now: Date) {
  const report = await lockReport(tx, reportId)
  const isBeforeTheDesk = report.stage === 'received' || report.stage === 'on_hold'
  const wasForwarded = report.published_at !== null || report.agency_id !== null || report.bounces > 0
  if (isBeforeTheDesk && !wasForwarded) {
    const text = wordsIn('id').filing_photo_joined
    await moveReport(tx, actor, reportId, { move: 'note', text, audience: 'office' }, rules, now)
    await tx
      .updateTable('casework.attachment')
      .set({ report_id: reportId, staged_for: null, seq: 1 })
      .where('staged_for', '=', key)
      .execute()
    return
  }
  const text = wordsIn('id').filing_photo_note
  await moveReport(
    tx,
    actor,
    reportId,
    { move: 'note', text, changes: { attachments: key.toString('hex') } },
    rules,
    now,
  )
}

function nothingKept(c: Context, refused: PhotoRefusal[]): Response {
  const t = wordsIn('id')
  if (refused.length > 0 && refused.every(({ reason }) => reason === 'too_big'))
    return problem(c, 413, 'too_large', 'Setiap foto paling besar 10 MiB.')
  const errors = refused.map(({ name, reason }) => ({
    path: name || 'file',
    code: reason,
    message: t[`filing_photo_${reason}`],
  }))
  return problem(c, 422, 'no_photo', 'Tidak ada foto yang dapat disimpan.', { errors })
}
