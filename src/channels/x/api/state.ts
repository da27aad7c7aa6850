import { sql } from 'kysely'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { CallDeps } from './call.ts'
import type { Trouble } from './x-failed.ts'

/** What we do at X; each has limits of its own there. */
export type Part = 'stream' | 'mentions' | 'search' | 'directs' | 'post' | 'direct' | 'lookup' | 'threads'

/** An operator needs no more than the minute in which it last went well. */
const freshMs = 60_000

/** Whether X does not want to be asked about this only later. */
export async function mayAsk({ db, now }: CallDeps, part: Part): Promise<boolean> {
  const resting = await as(db, system, (tx) =>
    tx
      .selectFrom('identity.x_state')
      .select('part')
      .where('part', '=', part)
      .where('again_at', '>', now())
      .executeTakeFirst(),
  )
  return resting === undefined
}

/** Writes down how it went, for the operator; `since` is when a trouble began. */
export async function noteState({ db, now }: CallDeps, part: Part, trouble?: Trouble, againAt?: Date) {
  const at = now()
  await as(db, system, (tx) =>
    trouble
      ? sql`
          insert into identity.x_state (part, trouble, since, again_at) values (${part}, ${trouble}, ${at}, ${againAt ?? null})
          on conflict (part) do update set trouble = excluded.trouble, again_at = excluded.again_at,
            since = case when x_state.trouble = excluded.trouble then x_state.since else excluded.since end`.execute(tx)
      : sql`
          insert into identity.x_state (part, ok_at) values (${part}, ${at})
          on conflict (part) do update set ok_at = excluded.ok_at, trouble = null, since = null, again_at = null
            where x_state.trouble is not null or x_state.ok_at is null
              or x_state.ok_at < ${new Date(at.getTime() - freshMs)}`.execute(tx),
  )
}
