import { type KeyPair, open } from '../../platform/seal.ts'
import type { Tx } from '../../report/as.ts'
import type { Item } from './post.ts'

/** `judged`: what the national desk said of it, when nobody was sure. */
export type WaitingItem = { item: Item; arrivedAt: Date; judged?: 'report' | 'no_report' }

/**
 * What came, if nothing has become of it: or if it was put before a human who has judged; then it waits again. Locked, so that two
 * workers never take one.
 */
export async function readItem(tx: Tx, pair: KeyPair, id: string): Promise<WaitingItem | undefined> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select(['sealed', 'arrived_at', 'outcome'])
    .where('id', '=', id)
    .where('sealed', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.sealed) return undefined
  const judged = row.outcome === null ? undefined : await judgementOf(tx, id)
  if (row.outcome !== null && !judged) return undefined
  const { item } = JSON.parse(open(pair, row.sealed)) as { item: Item }
  return { item, arrivedAt: row.arrived_at, ...(judged && { judged }) }
}

async function judgementOf(tx: Tx, id: string): Promise<WaitingItem['judged']> {
  const row = await tx
    .selectFrom('identity.x_unsure')
    .select('decision')
    .where('arrival_id', '=', id)
    .executeTakeFirst()
  return (row?.decision ?? undefined) as WaitingItem['judged']
}
