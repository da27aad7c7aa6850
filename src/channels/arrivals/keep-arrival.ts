import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { senderIndex } from '../../accounts/contact.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { hex } from '../../platform/hex.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { sealUnder } from '../../secrecy/sealed-under.ts'
import type { Arrived, Arriving } from './arrived.ts'

/**
 * Keeps what arrived, sealed under a key of its own and for the worker; committed when this returns, so that the door may thank its sender.
 * @returns `again` when this message is there already, however long ago it came
 */
export async function keepArrival(
  { db, keys }: { db: Db; keys: IdentityKeys },
  arrived: Arrived,
  now: Date,
): Promise<'new' | 'again'> {
  const { knownBeforeAs = [] } = arrived
  const row = {
    ...arrivalRow(keys, arrived, now),
    message_hash: hex(messageHash(keys, arrived)),
    known_before: knownBeforeAs.map((messageId) => hex(messageHash(keys, { ...arrived, messageId }))),
  }
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
  const id = newId(now)
  return {
    id,
    door,
    gateway,
    sender_index: sender ? hex(senderIndex(keys.indexSecret, door, sender)) : undefined,
    ...(part ? { part_of: hex(hash(keys, `part ${door} ${part.of}`)), part_at: part.at, parts: part.parts } : {}),
    sealed: hex(sealUnder(keys, { arrival: id }, JSON.stringify({ sender, ...body }))),
    sent_at: sentAt,
    arrived_at: now,
  }
}

/** Under which a message lies; by it it is found again without its id being stored. */
export function messageHash(
  keys: { indexSecret: Uint8Array },
  { door, gateway, messageId }: Pick<Arrived, 'door' | 'gateway' | 'messageId'>,
): Buffer {
  return hash(keys, `${door} ${gateway} ${messageId}`)
}

function hash({ indexSecret }: { indexSecret: Uint8Array }, what: string): Buffer {
  return createHmac('sha256', indexSecret).update(`lapor arrival ${what}`).digest()
}
