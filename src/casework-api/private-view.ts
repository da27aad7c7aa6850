import type { Reading } from '../publication/public-report.ts'
import { type CopiedEvent, publicReport } from '../publication/public-report.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'

/**
 * A report as its reporter, or an office that handles it, may read it: the public shape with what row-level security adds
 * for this actor — every word of the thread, both texts, the switches, the exact point.
 * @throws ReportNotFound also when the actor may know of it but not read it
 */
export async function privateView(tx: Tx, actor: Actor, reportId: string, reading: Reading) {
  const report = await tx.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirst()
  const content = await tx
    .selectFrom('casework.content')
    .selectAll()
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (!report || !content) throw new ReportNotFound()
  const events = await tx
    .selectFrom('casework.event')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
  const thread = events.map((event): CopiedEvent => {
    const data = event.data as Pick<CopiedEvent, 'outcome' | 'rating'> & { agency?: string; unit?: string }
    return {
      seq: event.seq,
      at: event.at.toISOString(),
      actor: actorWord(event.actor_role),
      agency: event.agency_id ?? undefined,
      to: data.agency ?? data.unit,
      move: event.move,
      text: event.text ?? undefined,
      outcome: data.outcome,
      rating: data.rating,
    }
  })
  const shown = publicReport(
    {
      ...report,
      title: content.title,
      text: content.text,
      published_at: report.published_at ?? report.filed_at,
      merged_into: null,
      updated_at: report.last_at,
      thread,
      pictures: [],
    },
    reading,
  )
  return {
    ...shown,
    publishedAt: report.published_at?.toISOString() ?? null,
    originalTitle: content.original_title,
    originalText: content.original_text,
    anonymous: report.anonymous,
    confidential: report.confidential,
    withoutIdentity: report.without_identity,
    version: report.last_seq,
    ...(actor.role === 'reporter' ? {} : { unit: report.unit_id, returnedTimes: report.bounces }),
  }
}

function actorWord(role: Actor['role']): CopiedEvent['actor'] {
  if (role === 'reporter' || role === 'system') return role
  return role === 'verifier' ? 'desk' : 'agency'
}
