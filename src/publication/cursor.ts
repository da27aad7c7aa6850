import { isTrackingId } from '../report/tracking-id.ts'

/** The last line of a page: lists are ordered by these two, so a page begins where the one before ended whatever came in between. */
export type Cursor = { publishedAt: Date; id: string }

/** Public facts alone: the instant in milliseconds and the ID. */
export function writeCursor({ publishedAt, id }: Cursor): string {
  return `${publishedAt.getTime().toString(36)}-${id}`
}

/** Null for what no list of ours has given out. */
export function readCursor(text: string): Cursor | null {
  const [, ms = '', id = ''] = /^([0-9a-z]{1,9})-([0-9A-Z]{9})$/.exec(text) ?? []
  const publishedAt = new Date(Number.parseInt(ms, 36))
  if (!isTrackingId(id) || Number.isNaN(publishedAt.getTime())) return null
  return { publishedAt, id }
}
