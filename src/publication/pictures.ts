import type { Context } from 'hono'
import type { Db } from '../platform/db.ts'
import { isTrackingId } from '../report/tracking-id.ts'
import { type PictureFiles, readPicture } from '../report/kept-pictures.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A picture of a public report, or undefined: one that is hidden, withdrawn or unknown is not there. */
export async function publicPicture(
  { publicDb, ...files }: PictureFiles & { publicDb: Db },
  c: Context,
  trackingId: string,
  attachmentId: string,
  size: 'full' | 'small',
): Promise<Response | undefined> {
  if (!isTrackingId(trackingId) || !uuid.test(attachmentId)) return undefined
  const row = await publicDb
    .selectFrom('publication.attachment')
    .select('id')
    .where('id', '=', attachmentId)
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()
  // Its bytes never change; whether it may still be seen is asked each time.
  const etag = `"${attachmentId}${size === 'small' ? '-k' : ''}"`
  if (row && c.req.header('if-none-match') === etag) return c.body(null, 304, { etag, 'cache-control': 'no-cache' })
  const kept = row && (await readPicture(files, row.id, size))
  if (!kept) return undefined
  return c.body(kept, 200, {
    'content-type': 'image/jpeg',
    'content-length': String(kept.length),
    'content-disposition': 'inline',
    etag,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
}
