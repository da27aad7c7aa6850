import type { Db } from '../../platform/db.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Arriving } from '../arrivals/arrived.ts'
import { keepArrival } from '../arrivals/keep-arrival.ts'
import type { SmsIn } from './parts/part.ts'
import { keepBrought } from './smpp/keep-brought.ts'

/**
 * Keeps what an HTTP gateway brought, known by the gateway's id and who sent it: some count their ids by sender. Without an id a message is known by all that it says, and when; where it says no time
 * either, the same words are the same message while they may be brought again (`keepBrought`).
 */
export async function keepSms(deps: { db: Db; keys: IdentityKeys }, gateway: string, sms: SmsIn, now: Date) {
  const { from, messageId, part, gatewayAt } = sms
  const { ref, hex } = part
  const arriving = arrivingSms(gateway, sms)
  const said = `${ref ? `${ref.number} ${ref.at} ${ref.of}` : ''} ${hex}`
  if (!messageId && !gatewayAt) return void (await keepBrought(deps, arriving, `${from} ${said}`, now))
  const withoutId = `${from} ${gatewayAt?.toISOString() ?? ''} ${said}`
  if (!messageId) return void (await keepArrival(deps, { ...arriving, messageId: withoutId }, now))
  const known = { ...arriving, messageId: `${from} id ${messageId}`, knownBeforeAs: idsOnceReadAs(messageId) }
  await keepArrival(deps, known, now)
}

/** How the same id was read until migration 0233: without its sender, and where it was a number too long for one, cut. */
function idsOnceReadAs(messageId: string): string[] {
  const isCut = /^-?\d+$/.test(messageId) && !Number.isSafeInteger(Number(messageId))
  return [messageId, ...(isCut ? [String(Number(messageId))] : [])]
}

/** A short message as an arrival. */
export function arrivingSms(gateway: string, { from, notANumber, to, smsc, part, gatewayAt }: SmsIn): Arriving {
  const { ref } = part
  return {
    door: 'sms',
    gateway,
    sender: notANumber ? undefined : from,
    body: { part, to, smsc, ...(notANumber ? { from } : {}) },
    part: ref && { of: `${from} ${ref.number} ${ref.of}`, at: ref.at, parts: ref.of },
    sentAt: gatewayAt,
  }
}

/** What a gateway brought and is no message that we know how to read: for a human to look at, once. */
export async function keepUnread(deps: { db: Db; keys: IdentityKeys }, gateway: string, unread: unknown, now: Date) {
  const said = JSON.stringify(unread) ?? ''
  return keepArrival(deps, { door: 'sms', gateway, messageId: `unread ${said}`, body: { unread: said } }, now)
}
