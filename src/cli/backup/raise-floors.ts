import { loadDirectory } from '../../agencies/directory.ts'
import { makeDb } from '../../platform/db.ts'
import type { Actor } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { loadRules } from '../../report/rules.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { type Floor, readFloors } from '../../secrecy/floor-journal.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'

/**
 * What was hidden after a backup was taken is hidden again before anybody is served: a restore only ever raises.
 * @returns how many reports were raised
 */
export async function raiseFloors(target: KeyPlace & { ownerUrl: string; now: Date }): Promise<number> {
  const floors = readFloors(target.dataDir).filter(({ anonymous, confidential }) => anonymous || confidential)
  if (floors.length === 0) return 0
  const db = makeDb(target.ownerUrl)
  try {
    const [rules, directory] = await Promise.all([loadRules(db, keeperOf(target)), loadDirectory(db)])
    const setting = { rules, directory, now: target.now }
    let raised = 0
    for (const floor of floors) {
      const reporter: Actor = { role: 'reporter', reportId: floor.id }
      const done = await as(db, reporter, async (tx) => {
        const report = await tx
          .selectFrom('casework.report')
          .select(['anonymous', 'confidential'])
          .where('id', '=', floor.id)
          .executeTakeFirst()
        const missing = report && stillToRaise(report, floor)
        if (!missing) return false
        await raiseSecrecy(tx, reporter, floor.id, missing, setting)
        return true
      })
      if (done) raised += 1
    }
    return raised
  } finally {
    await db.destroy()
  }
}

function stillToRaise(report: Omit<Floor, 'id'>, floor: Floor) {
  const anonymous = floor.anonymous && !report.anonymous
  const confidential = floor.confidential && !report.confidential
  return anonymous || confidential ? { anonymous, confidential } : undefined
}
