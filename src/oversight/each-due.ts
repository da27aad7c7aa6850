import type { Log } from '../platform/log.ts'

/** Where something stands in the order in which it falls due. */
export type DueKey = { id: string; at: Date }

export type EachDue<Row extends DueKey> = {
  /** The next rows in order of (at, id), after the last one given; fewer than `limit` at the end. */
  page(after: Row | undefined, limit: number): Promise<Row[]>
  /** One report, in a transaction of its own; says whether it did anything. */
  work(row: Row): Promise<boolean>
  log: Log
  signal?: AbortSignal
}

const pageSize = 1_000

/** Transactions at a time: enough to keep a database busy, few enough to leave connections to others. */
export const width = 12

/** Does the work for everything that is due; one report that fails is logged and leaves the others alone. */
export async function eachDue<Row extends DueKey>({ page, work, log, signal }: EachDue<Row>): Promise<number> {
  let done = 0
  for (let after: Row | undefined; !signal?.aborted; ) {
    const rows = await page(after, pageSize)
    const waiting = rows.values()
    const lane = async () => {
      for (const row of waiting) {
        if (signal?.aborted) return
        if (await tried(row)) done += 1
      }
    }
    await Promise.all(Array.from({ length: width }, lane))
    if (rows.length < pageSize) break
    after = rows.at(-1)
  }
  return done

  async function tried(row: Row): Promise<boolean> {
    try {
      return await work(row)
    } catch (error) {
      log.error({ err: error, report: row.id }, 'a report could not be swept; the next sweep tries again')
      return false
    }
  }
}
