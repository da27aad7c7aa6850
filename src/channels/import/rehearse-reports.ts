import { isHere } from './already-here.ts'
import type { WriteReports } from './import-reports.ts'
import { waitsForALook } from './look-first.ts'
import type { ImportDeps } from './write-reports.ts'

/** What `writeReports` would answer, row by row and of rows that repeat within the file; nothing is written (`--dry-run`). */
export function rehearseReports({
  owner,
  keys,
  withNames = false,
}: Pick<ImportDeps, 'owner' | 'keys' | 'withNames'>): WriteReports {
  const seen = new Set<string>()
  return async (reports) => {
    const outcomes: Awaited<ReturnType<WriteReports>> = []
    for (const report of reports) {
      const identity = JSON.stringify([report.sourceLayout, report.sourceId])
      const isKnown = seen.has(identity) || (await isHere(owner, keys.indexSecret, report))
      seen.add(identity)
      outcomes.push(isKnown ? 'already' : waitsForALook(report, withNames) ? 'waits' : 'added')
    }
    return outcomes
  }
}
