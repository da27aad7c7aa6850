import { v4, v7, validate } from 'uuid'

/** A new id that sorts by time (UUID version 7): rows written together lie together. @param now the application's clock */
export function newId(now: Date): string {
  return v7({ msecs: now.getTime() })
}

/** A new id with no time inside (UUID version 4), for reports without identity and whatever belongs to them. */
export function randomId(): string {
  return v4()
}

/** Whether somebody wrote an id; PostgreSQL throws at what is none. */
export function isId(text: string): boolean {
  return validate(text)
}

/** Before every UUID: where reading by id begins. */
export const lowestId = '00000000-0000-0000-0000-000000000000'
