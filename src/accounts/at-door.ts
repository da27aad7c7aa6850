import type { Door } from '../report/doors.ts'
import type { Named } from './fingerprint.ts'

/** An account at a door, by the number that it has there. */
export type AtDoor = { door: Door; id: string }

/** Whose account at a door filed; undefined for whoever gave a phone or an e-mail, or nothing. */
export function accountAt({ x, at }: Pick<Named, 'x' | 'at'>): AtDoor | undefined {
  return x ? { door: 'x', id: x.id } : at
}

/** A sender as their words are known by (src/channels/sms/same-said.ts): a number alone says nothing of its door. */
export function namedAt(door: Door, sender: string): string {
  return door === 'sms' ? sender : `${door} ${sender}`
}

/** What whoever wrote at this door is known by, as it is sealed with their report. */
export function contactAt(door: Door, sender: string): Named {
  if (door === 'sms') return { phone: sender }
  if (door === 'email') return { email: sender }
  return door === 'x' ? { x: { id: sender } } : { at: { door, id: sender } }
}
