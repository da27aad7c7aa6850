import type { Mapping, ReceiptMapping } from '../parts/mapping.ts'
import { readInternational } from '../parts/sender.ts'
import { type DeliveryState, plainRef, type Receipt } from '../receipts/receipt.ts'
import { fieldAt, wordAt } from '../parts/word-at.ts'

/** What a gateway says of a message of ours: by our own reference, or by its own id and the number. */
export type HttpReceipt = { ref: string; state: DeliveryState } | Receipt

/** Kannel's `%d`: bits of `dlr-mask`; 4 and 8 say that it is on its way. */
const kannelStates: Record<string, DeliveryState> = {
  1: 'delivered',
  2: 'undeliverable',
  4: 'accepted',
  8: 'accepted',
  16: 'undeliverable',
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
export function readReceipts({ receipt, text }: Mapping, said: unknown, ref: string): HttpReceipt[] | null {
  if (!receipt) return null
  const results = receipt.list ? fieldAt(said, receipt.list) : [said]
  const items = Array.isArray(results) ? (results as unknown[]) : []
  const found = items.flatMap((item) => (wordAt(item, text) === undefined ? (readOne(receipt, item, ref) ?? []) : []))
  return found.length > 0 && found.length === items.length ? found : null
}

function readOne(at: ReceiptMapping, item: unknown, ref: string): HttpReceipt | undefined {
  const word = wordAt(item, at.state)
  if (word === undefined) return undefined
  const said = word.trim().toLowerCase()
  const state = Object.hasOwn(at.states, said) ? (at.states[said] ?? 'unknown') : 'unknown'
  const id = wordAt(item, at.id)?.trim()
  if (at.reference === 'id' && id) return { ref: id, state }
  if (at.reference && ref) return { ref, state }
  const { from, notANumber } = readInternational(wordAt(item, at.to) ?? '')
  return { refs: id ? [plainRef(id)] : [], numbers: notANumber ? [] : [from], state }
}
