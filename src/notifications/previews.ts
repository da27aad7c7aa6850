import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

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
  preview: Pick<Preview, 'to' | 'subject' | 'text'>
}

/** The newest messages first; there are none where messages really go out. */
export async function readPreviews(db: Db, trackingId: string | null, limit: number): Promise<Preview[]> {
  const { rows } = await sql<Row>`
    select created_at, channel, template, tracking_id, preview
    from identity.message_previews(${trackingId}, ${limit})`.execute(db)
  return rows.map(({ created_at, channel, template, tracking_id, preview }) => ({
    at: created_at,
    channel,
    template,
    trackingId: tracking_id,
    to: preview.to,
    subject: preview.subject,
    text: preview.text,
  }))
}
