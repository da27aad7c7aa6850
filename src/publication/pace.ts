import type { Db } from '../platform/db.ts'

/** How many reports were done on each working day of a clock; day 0 is the day it began. */
export type Pace = { clock: 'verify' | 'answer'; days: ReadonlyMap<number, number> }

/** The distributions that the sweep reckoned last (oversight/reckon-pace.ts). */
export async function readPace(publicDb: Db): Promise<Pace[]> {
  const rows = await publicDb.selectFrom('publication.pace').selectAll().orderBy('day').execute()
  return (['verify', 'answer'] as const).map((clock) => ({
    clock,
    days: new Map(rows.filter((row) => row.clock === clock).map(({ day, n }) => [day, n])),
  }))
}
