import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connections } from '../platform/connections.ts'
import { measure } from './measure.ts'
import { readKeys } from '../secrecy/installation-keys.ts'
import { rowsOf } from './rows.ts'
import { measureSealing } from './sealing.ts'
import { type AtEnd, openSite } from './site.ts'
import { askedAgainLine, tableOf } from './table.ts'

export type BenchOptions = {
  /** Reports at the large site and at the small one, against which growth is told. */
  reports: number
  small: number
  seconds: number
  repeats: number
  plant(count: number, connections: Connections, now: Date, dataDir: string): Promise<void>
  onProgress(words: string): void
  /** Ends the bench early; what it made is still taken away. */
  stopped: Promise<unknown>
}

/**
 * Two whole installations of their own, as production runs them, in a folder that goes when it is over; every row of the
 * table of speed in turn, beside its limit.
 * @returns the figures and the table that shows them; undefined when it was stopped
 */
export async function bench(options: BenchOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-bench-'))
  const endings: (() => unknown)[] = []
  const askedAgain = { count: 0 }
  const atEnd: AtEnd = (close) => endings.unshift(close)
  const open = (name: string, count: number) => {
    options.onProgress(`planting ${count} reports`)
    const dataDir = join(folder, name)
    return openSite(dataDir, (connections, now) => options.plant(count, connections, now, dataDir), askedAgain, atEnd)
  }
  const run = async () => {
    const small = await open('small', options.small)
    const large = await open('large', options.reports)
    const measured = await measure(await rowsOf(large, small, atEnd), large, options)
    const memory = large.memory()
    const heading = `${options.reports} reports against ${options.small}; median of ${options.repeats} × ${options.seconds} s, least–most beneath`
    const sealing = measureSealing(readKeys(large.keys, { dataDir: large.dataDir }))
    const table = `${tableOf(measured, memory, sealing, heading)}${askedAgainLine(askedAgain)}`
    return { measured, memory, sealing, askedAgain: askedAgain.count, table }
  }
  try {
    return await Promise.race([run(), options.stopped.then(() => undefined)])
  } finally {
    for (const close of endings) await Promise.resolve(close()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}
