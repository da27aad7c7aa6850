import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { progressOf } from '../report/clocks/due.ts'
import type { Rules } from '../report/rules.ts'
import type { SweepDeps } from './sweep-deps.ts'

const hourMs = 3_600_000
const windowMs = 90 * 24 * hourMs
const batchSize = 5_000

type Answered = { tracking_id: string; answered_at: Date; clocks: Clock[] }
type PaceRow = { clock: 'verify' | 'answer'; day: number; n: number }

/**
 * Reckon, once an hour, on which working day the desk and the offices were done: over public reports answered in the last
 * 90 days, by their last clock of each kind.
 * @returns how many reports were looked at; 0 when it was done within the hour
 */
export async function reckonPace({ db }: Pick<SweepDeps, 'db'>, { calendar }: Rules, now: Date): Promise<number> {
  if (await isFresh(db, now)) return 0
  const counts = new Map<string, PaceRow>()
  let looked = 0
  for await (const { clocks } of answeredSince(db, new Date(now.getTime() - windowMs))) {
    looked += 1
    for (const kind of ['verify', 'answer'] as const) count(counts, kind, clocks, calendar, now)
  }
  await keep(db, [...counts.values()], now)
  return looked
}

function count(counts: Map<string, PaceRow>, kind: PaceRow['clock'], clocks: Clock[], calendar: Calendar, now: Date) {
  const ended = clocks.findLast((clock) => clock.kind === kind && clock.state === 'ended')
  if (!ended) return
  const day = progressOf(ended, calendar, now).workingDay
  const row = counts.get(`${kind} ${day}`) ?? { clock: kind, day, n: 0 }
  counts.set(`${kind} ${day}`, { ...row, n: row.n + 1 })
}

async function isFresh(db: Db, now: Date): Promise<boolean> {
  const row = await db.selectFrom('publication.pace_reckoned').select('at').executeTakeFirst()
  return row !== undefined && row.at <= now && now.getTime() - row.at.getTime() < hourMs
}

async function* answeredSince(db: Db, since: Date): AsyncGenerator<Answered> {
  for (let last: Answered | undefined; ; ) {
    const { rows } = await sql<Answered>`
      select tracking_id, answered_at, clocks from publication.report
      where stage in ('answered', 'closed') and answered_at > ${since}
        ${last ? sql`and (answered_at, tracking_id) < (${last.answered_at}, ${last.tracking_id})` : sql``}
      order by answered_at desc, tracking_id desc limit ${batchSize}`.execute(db)
    yield* rows
    last = rows.at(-1)
    if (rows.length < batchSize || !last) return
  }
}

/** Two sweeps at once write the same; the second waits for the first. */
async function keep(db: Db, rows: PaceRow[], now: Date) {
  await db.transaction().execute(async (tx) => {
    await sql`insert into publication.pace_reckoned (at) values (${now})
      on conflict (only_row) do update set at = excluded.at`.execute(tx)
    await tx.deleteFrom('publication.pace').execute()
    if (rows.length > 0) await tx.insertInto('publication.pace').values(rows).execute()
  })
}
