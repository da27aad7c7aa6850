import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'

/** How it goes with one part of X: `trouble` since when, and when it is tried again. Nothing of a person. */
export type XState = {
  part: 'stream' | 'mentions' | 'search' | 'directs' | 'post' | 'direct' | 'lookup' | 'threads'
  okAt: Date | null
  trouble: 'limited' | 'quota' | 'refused' | 'away' | 'unknown' | null
  since: Date | null
  againAt: Date | null
}

/** Empty where no account of X is set. */
export async function xStates(db: Db | Tx): Promise<XState[]> {
  const { rows } = await sql<XState>`
    select part, ok_at as "okAt", trouble, since, again_at as "againAt" from identity.x_states() order by part`.execute(
    db,
  )
  return rows
}
