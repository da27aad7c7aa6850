import type { PlaceToLook } from '../intake/look-at.ts'
import { isId } from '../platform/uuid.ts'

/** As an address carries it: milliseconds since 1970 in base 36, and the message. */
export function writeLookCursor({ arrivedAt, id }: PlaceToLook): string {
  return `${arrivedAt.getTime().toString(36)}.${id}`
}

/** Undefined for anything that we did not write: the list then begins at its start. */
export function readLookCursor(text: string | undefined): PlaceToLook | undefined {
  const [, time, id = ''] = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  if (!time || !isId(id)) return undefined
  const arrivedAt = new Date(Number.parseInt(time, 36))
  return Number.isNaN(arrivedAt.getTime()) ? undefined : { arrivedAt, id }
}
