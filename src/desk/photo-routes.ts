import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as, type Tx } from '../report/as.ts'
import { findByTrackingId } from '../report/find-by-tracking-id.ts'
import { hides } from '../report/hides.ts'
import { readPicture } from '../report/kept-pictures.ts'
import { writtenId } from '../report/tracking-id.ts'
import type { Deps } from '../secrecy/deps.ts'
import { seeThroughOpening } from '../secrecy/see-through-opening.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'

/** Pictures of a report for those who may read it; row-level security says who. Never kept by a browser. */
export function photoRoutes(deps: Deps) {
  return new Hono<KnownPerson>().get('/kelola/laporan/:id/foto/:picture', staffOnly, async (c) => {
    const { id, picture } = c.req.param()
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(picture)) return c.notFound()
    const duty = await dutyOf(deps, c)
    const known = await as(deps.db, duty.actor, (tx) => findPicture(tx, duty, id, picture))
    const kept = known && (await readPicture(deps, known.id, c.req.query('kecil') ? 'small' : 'full'))
    if (!kept) return c.notFound()
    return c.body(kept, 200, {
      'content-type': 'image/jpeg',
      'content-length': String(kept.length),
      ...(known.hides ? { 'content-disposition': 'inline; filename="jangan-ditunjukkan-di-lapangan.jpg"' } : {}),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })
}

/** A picture that this person sees: by duty, or through their opening, which leaves a line in the ledger. */
async function findPicture(tx: Tx, { actor, setting }: Duty, trackingId: string, id: string) {
  const report = await findByTrackingId(tx, writtenId(trackingId))
  if (!report || !(await seeThroughOpening(tx, actor, 'attachment', report, 'picture', setting.now))) return undefined
  const picture = await tx
    .selectFrom('casework.attachment')
    .select('id')
    .where('id', '=', id)
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return picture && { id: picture.id, hides: hides(report) }
}
