import { type DeliveryState, plainRef, type Receipt } from '../receipts/receipt.ts'

/** SMPP 3.4, 5.2.28; a state that is on its way (1, ENROUTE) or taken (6, ACCEPTD) says no more than the answer to our message did. */
const byNumber: Record<number, DeliveryState> = {
  1: 'accepted',
  2: 'delivered',
  3: 'expired',
  4: 'undeliverable',
  5: 'undeliverable',
  6: 'accepted',
  7: 'unknown',
  8: 'undeliverable',
}

/** Appendix B, by the first five letters: operators write DELIVRD and DELIVERED. */
const byWord: Record<string, DeliveryState> = {
  ENROU: 'accepted',
  DELIV: 'delivered',
  EXPIR: 'expired',
  DELET: 'undeliverable',
  UNDEL: 'undeliverable',
  ACCEP: 'accepted',
  UNKNO: 'unknown',
  REJEC: 'undeliverable',
}

/**
 * The receipt in what an operator marked as one: its optional fields, where it has them, else its text
 * (`id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…`).
 * @returns null when it names no message or no state
 */
export function readReceipt(
  { text, messageId, state }: { text: string; messageId?: unknown; state?: unknown },
  people: readonly { from: string; notANumber?: true }[],
): Receipt | null {
  const id = (typeof messageId === 'string' && messageId.trim()) || /\bid:\s*([^\s:]+)/i.exec(text)?.[1]
  const word = /\bstat:\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase().slice(0, 5)
  const found = (typeof state === 'number' && byNumber[state]) || byWord[word ?? '']
  if (!id || !found) return null
  return { refs: refsOf(id), numbers: people.filter((one) => !one.notANumber).map(({ from }) => from), state: found }
}

/** As it stands; and, as some answer in hexadecimal and write their receipts in decimal or the other way round, so too. */
function refsOf(id: string): string[] {
  const plain = plainRef(id)
  const refs = [plain]
  if (/^\d{1,30}$/.test(plain)) refs.push(BigInt(plain).toString(16))
  if (/^[0-9a-f]{1,25}$/.test(plain)) refs.push(BigInt(`0x${plain}`).toString())
  return [...new Set(refs)]
}
