import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, figureOf, quantile, ratios } from './figures.ts'
import { type Load, load } from './load.ts'
import type { Bar, Row } from './rows.ts'
import type { Site } from './site.ts'

export type Measured = {
  name: string
  limitName?: string
  bar: Bar
  /** Milliseconds, one visitor at a time. */
  p50: Figure
  /** Requests a second and milliseconds, 16 visitors at a time. */
  perSecond: Figure
  p95: Figure
  limitPerSecond?: Figure
  /** Requests a second over the limit's. */
  share?: Figure
  /** p50 over that at the small site. */
  growth?: Figure
}

export type Effort = { seconds: number; repeats: number; onProgress: (words: string) => void }

const crowd = 16

type Turn = Partial<Record<'limit' | 'alone' | 'crowd' | 'small', Load>>

/** Measures every row in every repeat, each beside its limit and beside the small site; the first round only warms up. */
export async function measure(rows: Row[], site: Site, effort: Effort): Promise<Measured[]> {
  const turns = new Map<Row, Turn[]>(rows.map((row) => [row, []]))
  for (let repeat = 0; repeat <= effort.repeats; repeat++) {
    effort.onProgress(repeat === 0 ? 'warming up' : `repeat ${repeat} of ${effort.repeats}`)
    for (const [row, taken] of turns) {
      const turn = await takeTurn(row, repeat === 0 ? Math.min(1, effort.seconds) : effort.seconds)
      if (row.leavesWork) await settled(site)
      if (repeat > 0) taken.push(turn)
    }
  }
  return [...turns].map(([row, taken]) => summary(row, taken))
}

async function takeTurn({ limit, large, small }: Row, seconds: number): Promise<Turn> {
  return {
    limit: limit && (await load(limit, crowd, seconds)),
    crowd: await load(large, crowd, seconds),
    small: small && (await load(small, 1, seconds)),
    alone: await load(large, 1, seconds),
  }
}

function summary({ name, limitName, bar }: Row, turns: Turn[]): Measured {
  const of = (kind: keyof Turn, read: (taken: Load) => number) => turns.flatMap((turn) => turn[kind] ?? []).map(read)
  const rate = (taken: Load) => taken.perSecond
  const p50 = (taken: Load) => quantile(taken.latencies, 0.5)
  const limits = of('limit', rate)
  const smalls = of('small', p50)
  return {
    name,
    limitName,
    bar,
    p50: figureOf(of('alone', p50)),
    perSecond: figureOf(of('crowd', rate)),
    p95: figureOf(of('crowd', (taken) => quantile(taken.latencies, 0.95))),
    ...(limits.length > 0 && {
      limitPerSecond: figureOf(limits),
      share: figureOf(ratios(of('crowd', rate), limits)),
    }),
    ...(smalls.length > 0 && { growth: figureOf(ratios(of('alone', p50), smalls)) }),
  }
}

const patienceMs = 30_000

/** Until the outbox and the queue are empty, or patience is: retries of a queue may wait for hours. */
async function settled({ owner }: Site) {
  for (const end = performance.now() + patienceMs; performance.now() < end; await pause(200)) {
    const { rows } = await owner.query(`select exists (select from casework.outbox) or exists (
      select from graphile_worker._private_jobs where attempts = 0 and run_at <= now()) as busy`)
    if (!rows[0]?.busy) return
  }
}
