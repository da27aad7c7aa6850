import type { Log } from '../platform/log.ts'

/** Where something stands in the order in which it falls due. */
export type DueKey = { id: string; at: Date }

export type EachDue = {
  /** The next keys in order of (at, id), after the last one given; fewer than `pageSize` at the end. */
  page(after: DueKey | undefined, pageSize: number): Promise<DueKey[]>
  /** One report, in a transaction of its own; says whether it did anything. */
  work(id: string): Promise<boolean>
  log: Log
  signal?: AbortSignal
}

const pageSize = 1_000

/** Transactions at a time: enough to keep a database busy, few enough to leave connections to others. */
export const width = 12

/** Does the work for everything that is due; one report that fails is logged and leaves the others alone. */
export async function eachDue({ page, work, log, signal }: EachDue): Promise<number> {
  let done = 0
  for (let after: DueKey | undefined; !signal?.aborted; ) {
    const keys = await page(after, pageSize)
    const waiting = keys.values()
    const lane = async () => {
      for (const { id } of waiting) {
        if (signal?.aborted) return
        if (await tried(id)) done += 1
      }
    }
    await Promise.all(Array.from({ length: width }, lane))
    if (keys.length < pageSize) break
    after = keys.at(-1)
  }
  return done

  async function tried(id: string): Promise<boolean> {
    try {
      return await work(id)
    } catch (error) {
      log.error({ err: error, report: id }, 'a report could not be swept; the next sweep tries again')
      return false
    }
  }
}
