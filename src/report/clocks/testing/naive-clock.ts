import { type Day } from '../day.ts'
import { dayTable, type NaiveScope, type NaiveTables } from './naive-days.ts'

/** A run of a clock: day indices; `to` null while it runs. */
export type NaiveRun = { from: number; to: number | null; scope: NaiveScope; atLeast: number }

/** What the naive clock says: as tokens, one taken on each working day, a debt when none is left. */
export type NaiveResult = { due: Day; tokens: number; taken: number; debts: number }

/**
 * Walk every day of every run and take a token on each working day. A new run forgives the debt, and is topped up to
 * `atLeast`. The due day of the last run is where its tokens would be gone.
 * @param through last day to walk in a run that has not ended
 */
export function naiveClock(
  allowance: number,
  runs: readonly NaiveRun[],
  through: number,
  tables: NaiveTables,
): NaiveResult {
  let tokens = allowance
  let taken = 0
  let debts = 0
  let due = 0
  for (const run of runs) {
    const works = tables.get(run.scope) ?? []
    while (tokens < 0 || tokens < run.atLeast) tokens += 1
    due = run.from
    for (let needed = tokens; needed > 0; ) {
      due += 1
      if (works[due]) needed -= 1
    }
    for (let day = run.from + 1; day <= (run.to ?? through); day += 1) {
      if (!works[day]) continue
      tokens -= 1
      taken += 1
      if (tokens < 0) debts += 1
    }
  }
  return { due: dayTable[due] as Day, tokens, taken, debts }
}
