import { makeDirectory } from '../../agencies/directory.ts'
import { makeDb } from '../../platform/db.ts'
import { loadRules } from '../../report/rules.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { testDeps, testKeeper } from '../../testing/test-deps.ts'
import type { SweepDeps } from '../sweep-deps.ts'

/** A sweep with connections of its own, at a time that the test moves. The calendar is read afresh every time. */
export function sweepDeps(db: TestDatabase, now: () => Date): SweepDeps & { close(): Promise<void> } {
  const { log, uploadsDir } = testDeps(db, now)
  const worker = makeDb(db.urls.worker, { max: 14 })
  return {
    db: worker,
    log,
    now,
    rules: () => loadRules(db.publicDb, testKeeper),
    directory: makeDirectory(db.publicDb),
    uploadsDir,
    close: () => worker.destroy(),
  }
}
