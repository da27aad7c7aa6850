import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadDirectory } from '../../../agencies/directory.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts'
import type { Actor } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import { loadRules } from '../../../report/rules.ts'
import { floorTasks } from '../../../secrecy/floor-journal.ts'
import { keysForWeb, readKeys } from '../../../secrecy/installation-keys.ts'
import { aWednesday } from '../../../testing/test-deps.ts'
import { backUp } from '../back-up.ts'
import { restore } from '../restore.ts'

const quiet = () => {}

/** An installation that is backed up, lives on, and is restored into an empty one beside today's keys. */
export async function backedUpInstallation() {
  const [source, target] = [await testDatabase(), await testDatabase()]
  const folder = mkdtempSync('/tmp/lapor-floor-')
  const [from, to, backup] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup')]
  const keys = readKeys(keysForWeb({ dataDir: from }), { dataDir: from })
  /** A month after everything was filed. */
  const now = new Date(aWednesday.getTime() + 30 * 86_400_000)
  const setting = {
    rules: await loadRules(source.publicDb, keys.keeper),
    directory: await loadDirectory(source.publicDb),
    now,
  }
  const installation = { ownerUrl: target.urls.owner, passwordOf: () => 'for-tests-only', now, dataDir: to }
  return {
    source,
    target,
    folder,
    from,
    to,
    keys,
    setting,
    installation,
    backUp: () => backUp({ ownerUrl: source.urls.owner, dataDir: from }, backup, aWednesday, quiet),
    restore: async () => {
      await noteWhatWaits(source, from)
      mkdirSync(to)
      cpSync(join(from, 'keys'), join(to, 'keys'), { recursive: true })
      const restored = await restore(installation, backup, quiet)
      // It let in the logins of the restored database alone; the tests' come from the template.
      const database = new URL(target.urls.owner).pathname.slice(1)
      await sql`grant connect on database ${sql.id(database)} to public`.execute(target.owner)
      return restored
    },
    /** Whether this actor finds the report after the restore. */
    finds: (actor: Actor, id: string) =>
      as(target.web, actor, async (tx) => {
        const row = await tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst()
        return row !== undefined
      }),
  }
}

/** The worker's jobs that wait in the outbox because something was hidden. */
export async function noteWhatWaits({ owner, worker }: TestDatabase, dataDir: string): Promise<void> {
  const { rows } = await sql<{ report_id: string }>`
    delete from casework.outbox where topic = 'floor' returning report_id`.execute(owner)
  for (const { report_id } of rows) {
    const { floor } = floorTasks({ db: worker, dataDir })
    await floor({ reportId: report_id }, { lastTry: false, signal: new AbortController().signal })
  }
}
