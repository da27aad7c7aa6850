import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'
import { isSealed, type Keeper } from '../report/keeper.ts'
import type { Letter } from './letter.ts'

/** A message as it would have reached somebody. `trackingId`: the report that it is about, if one. */
export type Preview = {
  at: Date
  channel: string
  template: string
  trackingId: string | null
  to: string
  subject: string
  text: string
}

type Row = {
  created_at: Date
  channel: string
  template: string
  tracking_id: string | null
  preview: Kept
}

/** As it lies in the database. `report`: under whose key the address is sealed, so that a demonstration's tables name nobody either. `hidden`: made for a report that hides something. */
type Kept = { to: string; subject: string; text: string; report?: string; hidden?: true }

/** A letter as it is kept where nothing is really sent. `hidden`: whether its words were made for a report that hides something. */
export function keptPreview(
  keeper: Keeper,
  reportId: string | null,
  to: string,
  letter: Letter,
  hidden = false,
): string {
  const address = reportId ? { to: keeper.sealIdentity(reportId, to), report: reportId } : { to }
  return JSON.stringify({ ...letter, ...address, ...(hidden ? { hidden } : {}) } satisfies Kept)
}

/** Keeps it, unless it says more than its report lets be said by now (migration 56). `tx`: the system's. */
export async function keepPreview(tx: Tx, messageId: string, preview: string) {
  await sql`select identity.keep_preview(${messageId}, ${preview}::jsonb)`.execute(tx)
}

/** To whom it would have gone; '' once the report's key was destroyed. */
export function addresseeOf(keeper: Keeper, { to, report }: Pick<Kept, 'to' | 'report'>): string {
  return report && isSealed(to) ? keeper.open(report, to) : to
}

/** The newest messages first; there are none where messages really go out. */
export async function readPreviews(
  db: Db,
  keeper: Keeper,
  trackingId: string | null,
  limit: number,
): Promise<Preview[]> {
  const { rows } = await sql<Row>`
    select created_at, channel, template, tracking_id, preview
    from identity.message_previews(${trackingId}, ${limit})`.execute(db)
  return rows.map(({ created_at, channel, template, tracking_id, preview }) => ({
    at: created_at,
    channel,
    template,
    trackingId: tracking_id,
    to: addresseeOf(keeper, preview),
    subject: preview.subject,
    text: preview.text,
  }))
}
