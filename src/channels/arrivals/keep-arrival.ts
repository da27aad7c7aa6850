import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../../accounts/contact.ts'
import type { Db } from '../../platform/db.ts'
import { seal } from '../../platform/seal.ts'
import { newId } from '../../platform/uuid.ts'
import { hex } from '../../platform/hex.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Arrived, Arriving } from './arrived.ts'

/** What a door's senders are known by. */
const indexed = { sms: 'phone', x: 'x', email: 'email' } as const

/**
 * Keeps what arrived, sealed for the worker; committed when this returns, so that the door may thank its sender.
 * @returns `again` when this message is there already, however long ago it came
 */
export async function keepArrival(
  { db, keys }: { db: Db; keys: IdentityKeys },
  arrived: Arrived,
  now: Date,
): Promise<'new' | 'again'> {
  const { door, gateway, messageId } = arrived
  const row = { ...arrivalRow(keys, arrived, now), message_hash: hash(keys, `${door} ${gateway} ${messageId}`) }
  const { rows } = await sql<{ fresh: boolean }>`
    select identity.keep_arrival(${JSON.stringify(row)}::jsonb) as fresh`.execute(db)
  return rows[0]?.fresh ? 'new' : 'again'
}

/** All of the row but by what it is known. */
export function arrivalRow(
  keys: IdentityKeys,
  { door, gateway, sender = '', body, part, sentAt }: Arriving,
  now: Date,
) {
  return {
    id: newId(now),
    door,
    gateway,
    sender_index: sender ? hex(blindIndex(keys.indexSecret, indexed[door], sender)) : undefined,
    ...(part ? { part_of: hash(keys, `part ${door} ${part.of}`), part_at: part.at, parts: part.parts } : {}),
    sealed: hex(seal(keys.sealTo, JSON.stringify({ sender, ...body }))),
    sent_at: sentAt,
    arrived_at: now,
  }
}

/** A keyed hash, in the form of a bytea in JSON. */
export function hash({ indexSecret }: Pick<IdentityKeys, 'indexSecret'>, what: string): string {
  return hex(createHmac('sha256', indexSecret).update(`lapor arrival ${what}`).digest())
}
