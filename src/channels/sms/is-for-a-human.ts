import { senderIndex } from '../../accounts/contact.ts'
import type { Tx } from '../../report/as.ts'
import { type Naming, reportsNamed } from '../arrivals/reports-named.ts'
import { isNoText } from './parts/is-no-text.ts'
import type { Waiting } from './waiting.ts'

/**
 * Whether these parts say nothing that we could act on, so that a human looks at them. Not where they may belong to a report of which no desk may
 * know: letters may be left in them, so they go the way of all that their sender says.
 */
export async function isForAHuman(tx: Tx, deps: Naming, parts: readonly Waiting[]): Promise<boolean> {
  if (!isNoText(parts.map(({ part }) => part))) return false
  for (const { id, sender, sealed } of parts) {
    const sender_index = sender ? senderIndex(deps.indexSecret, 'sms', sender) : null
    const { names } = await reportsNamed(tx, deps, { id, door: 'sms', sender_index, sealed })
    if (names.length > 0) return false
  }
  return true
}
