import { isTrackingId } from '../report/tracking-id.ts'

/** Where a page of a list ended: its last report's place in the order, and its ID. */
export type Cursor = { at: Date; trackingId: string }

/** As an address carries it: milliseconds since 1970 in base 36, and the ID. */
export function writeCursor({ at, trackingId }: Cursor): string {
  return `${at.getTime().toString(36)}-${trackingId}`
}

/** Undefined for anything that we did not write: the list then begins at its start. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, time, trackingId] = /^(-?[0-9a-z]{1,9})-([0-9A-Z]{9})$/.exec(text ?? '') ?? []
  if (!time || !trackingId || !isTrackingId(trackingId)) return undefined
  const at = new Date(Number.parseInt(time, 36))
  return Number.isNaN(at.getTime()) ? undefined : { at, trackingId }
}
