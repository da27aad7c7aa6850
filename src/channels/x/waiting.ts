import type { Tx } from '../../report/as.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import type { Decided } from '../asked/carry-out.ts'
import type { Decision } from '../asked/kept.ts'
import type { Item } from './post.ts'

/** `judged`: what the national desk said of it, when nobody was sure; `decided`: what its author said that it is, when we had asked. */
export type WaitingItem = { item: Item; arrivedAt: Date; judged?: 'report' | 'no_report'; decided?: Decided }

/**
 * What came, if nothing has become of it: or if it was put before a human who has judged; then it waits again. Locked, so that two
 * workers never take one.
 */
export async function readItem(tx: Tx, pair: Opener, id: string): Promise<WaitingItem | undefined> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select(['sealed', 'arrived_at', 'outcome', 'decision', 'about', 'asked'])
    .where('id', '=', id)
    .where('sealed', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.sealed) return undefined
  const judged = row.outcome === null ? undefined : await judgementOf(tx, id)
  if (row.outcome !== null && !judged) return undefined
  const { item } = JSON.parse(openUnder(pair, row.sealed)) as { item: Item }
  const { decision, about, asked } = row
  const decided = decision && { decided: { decision: decision as Decision, about, asked } }
  return { item, arrivedAt: row.arrived_at, ...(judged && { judged }), ...decided }
}

async function judgementOf(tx: Tx, id: string): Promise<WaitingItem['judged']> {
  const row = await tx
    .selectFrom('identity.x_unsure')
    .select('decision')
    .where('arrival_id', '=', id)
    .executeTakeFirst()
  return (row?.decision ?? undefined) as WaitingItem['judged']
}
