import type { Context } from 'hono'
import type { Actor } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { readPicture } from '../report/kept-pictures.ts'
import type { Deps } from '../secrecy/deps.ts'
import { seeThroughOpening } from '../secrecy/see-through-opening.ts'
import { findReport } from './find-report.ts'
import type { CopiedPicture } from '../publication/public-report.ts'

/** The pictures that came with those events of a report that this transaction's actor may read, in their order. */
export async function readablePictures(tx: Tx, reportId: string): Promise<CopiedPicture[]> {
  return tx
    .selectFrom('casework.attachment as picture')
    .innerJoin('casework.event as event', (join) =>
      join.onRef('event.report_id', '=', 'picture.report_id').onRef('event.seq', '=', 'picture.seq'),
    )
    .select(['picture.id', 'event.seq', 'picture.width', 'picture.height'])
    .where('picture.report_id', '=', reportId)
    .orderBy('event.seq')
    .orderBy('picture.position')
    .execute()
}

/** Where the API serves a picture to the key or token that opens its report. */
export function privatePictureUrl(trackingId: string, attachmentId: string) {
  const url = `/api/v1/reports/${trackingId}/attachments/${attachmentId}`
  return { url, thumbnail: `${url}?size=small` }
}

/** A picture of a report whose words this actor may read, or undefined. `?size=small` is its thumbnail. Never kept by a cache. */
export async function privatePicture(
  deps: Pick<Deps, 'db' | 'uploadsDir' | 'keys' | 'now'>,
  c: Context,
  actor: Actor,
  trackingId: string,
  attachmentId: string,
): Promise<Response | undefined> {
  const known = await as(deps.db, actor, async (tx) => {
    const now = deps.now()
    const reportId = actor.reportId ?? (await findReport(tx, actor, trackingId, now))
    const report = await tx.selectFrom('casework.report').selectAll().where('id', '=', reportId).executeTakeFirst()
    if (!report || !(await seeThroughOpening(tx, actor, 'attachment', report, 'picture', now))) return undefined
    const picture = (await readablePictures(tx, reportId)).find(({ id }) => id === attachmentId)
    return picture && { id: picture.id, caution: actor.role !== 'reporter' && hides(report) }
  }).catch((error: unknown) => {
    if (error instanceof ReportNotFound) return undefined
    throw error
  })
  const kept = known && (await readPicture(deps, known.id, c.req.query('size') === 'small' ? 'small' : 'full'))
  if (!kept) return undefined
  return c.body(kept, 200, {
    'content-type': 'image/jpeg',
    'content-length': String(kept.length),
    'content-disposition': known.caution ? 'inline; filename="jangan-ditunjukkan-di-lapangan.jpg"' : 'inline',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
}
