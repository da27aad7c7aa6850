import { sql } from 'kysely'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { endEmbargo } from '../secrecy/embargo.ts'
import { type DueKey, eachDue } from './each-due.ts'
import type { SweepDeps } from './sweep-deps.ts'

/** Embargoes whose time is over: what they held back is published, each in a transaction of its own. */
export async function endEmbargoes(deps: SweepDeps, now: Date, signal?: AbortSignal): Promise<number> {
  const page = (after: DueKey | undefined, limit: number) =>
    as(deps.db, system, async (tx) => {
      const { rows } = await sql<DueKey>`
        select report_id as id, until as at from casework.embargo
        where ended_at is null and until <= ${now}
          ${after ? sql`and (until, report_id) > (${after.at}, ${after.id})` : sql``}
        order by until, report_id limit ${limit}`.execute(tx)
      return rows
    })
  return eachDue({
    page,
    work: ({ id }) => as(deps.db, system, (tx) => endEmbargo(tx, id, now)),
    log: deps.log,
    signal,
  })
}

/** Identities that were sealed for a browser's look: the boxes are emptied when the look is over. */
export async function emptyBoxes({ db }: Pick<SweepDeps, 'db'>, now: Date): Promise<number> {
  const emptied = await as(db, system, (tx) =>
    tx
      .updateTable('casework.opening')
      .set({ public_key: null, sealed: null })
      .where('public_key', 'is not', null)
      .where('ends_at', '<=', now)
      .executeTakeFirst(),
  )
  return Number(emptied.numUpdatedRows)
}
