import type { Own } from './own-reports.ts'

/**
 * Of which report CEK without a number tells: the newest that waits for its reporter, else the newest that is open, else the newest.
 * `others`: how many more are open. Not which: no row about one report names another of the same person.
 */
export function whichWaits(own: readonly Own[]): { report: Own | undefined; others: number } {
  const open = own.filter((one) => one.open)
  const report = open.find(({ awaits }) => awaits) ?? open[0] ?? own[0]
  return { report, others: open.filter((one) => one !== report).length }
}
