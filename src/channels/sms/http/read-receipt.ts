import { readInternational } from '../parts/sender.ts'
import { type DeliveryState, plainRef, type Receipt } from '../receipts/receipt.ts'
import { wordAt } from './word-at.ts'

/** What a gateway says of a message of ours: by our own reference, or by its own id and the number. */
export type HttpReceipt = { ref: string; state: DeliveryState } | Receipt

type Kind = 'infobip' | 'twilio' | 'africas-talking' | 'vonage'

/** Kannel's `%d`: bits of `dlr-mask`; 4 and 8 say that it is on its way. */
const kannelStates: Record<string, DeliveryState> = {
  1: 'delivered',
  2: 'undeliverable',
  4: 'accepted',
  8: 'accepted',
  16: 'undeliverable',
}

/** Words of each gateway, in small letters; Infobip's are its groups. */
const states: Record<Kind, Record<string, DeliveryState>> = {
  infobip: { 1: 'accepted', 2: 'undeliverable', 3: 'delivered', 4: 'expired', 5: 'undeliverable' },
  twilio: {
    accepted: 'accepted',
    scheduled: 'accepted',
    queued: 'accepted',
    sending: 'accepted',
    sent: 'accepted',
    delivered: 'delivered',
    undelivered: 'undeliverable',
    failed: 'undeliverable',
    canceled: 'undeliverable',
  },
  'africas-talking': {
    sent: 'accepted',
    submitted: 'accepted',
    buffered: 'accepted',
    success: 'delivered',
    rejected: 'undeliverable',
    failed: 'undeliverable',
    absentsubscriber: 'expired',
    expired: 'expired',
  },
  vonage: {
    accepted: 'accepted',
    buffered: 'accepted',
    delivered: 'delivered',
    expired: 'expired',
    failed: 'undeliverable',
    rejected: 'undeliverable',
    deleted: 'undeliverable',
    unknown: 'unknown',
  },
}

/** What Kannel calls our `dlr-url` with; null when it is no receipt. */
export function readKannelReceipt(fields: ReadonlyMap<string, Buffer>): { ref: string; state: DeliveryState } | null {
  const word = (name: string) => fields.get(name)?.toString('utf8').trim() ?? ''
  const state = kannelStates[word('dlr')]
  return word('ref') && state ? { ref: word('ref'), state } : null
}

/**
 * The receipts in what a gateway posted; null when these are no receipts. A state that nobody knows is `unknown`. Never throws.
 * @param ref what stands in the address that we gave with the message
 */
export function readReceipts(kind: Kind, said: unknown, ref: string): HttpReceipt[] | null {
  const results = kind === 'infobip' ? fieldOf(said, 'results') : [said]
  const items = Array.isArray(results) ? (results as unknown[]) : []
  const found = items.flatMap((item) => readOne(kind, item, ref) ?? [])
  return found.length > 0 && found.length === items.length ? found : null
}

const fields = {
  infobip: { state: 'status.groupId', text: 'text', id: 'messageId', to: 'to' },
  twilio: { state: 'MessageStatus', text: 'Body', id: 'MessageSid', to: 'To' },
  'africas-talking': { state: 'status', text: 'text', id: 'id', to: 'phoneNumber' },
  vonage: { state: 'status', text: 'text', id: 'messageId', to: 'msisdn' },
} as const

function readOne(kind: Kind, item: unknown, ref: string): HttpReceipt | undefined {
  const at = fields[kind]
  const word = wordAt(item, at.state)
  if (word === undefined || wordAt(item, at.text) !== undefined) return undefined
  const state = states[kind][word.trim().toLowerCase()] ?? 'unknown'
  const id = wordAt(item, at.id)?.trim()
  // Infobip calls a message as we did.
  if (kind === 'infobip' && id) return { ref: id, state }
  if (kind !== 'africas-talking' && ref) return { ref, state }
  const { from, notANumber } = readInternational(wordAt(item, at.to) ?? '')
  return { refs: id ? [plainRef(id)] : [], numbers: notANumber ? [] : [from], state }
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
}
