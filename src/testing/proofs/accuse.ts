import { loadDirectory } from '../../agencies/directory.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { loadRules } from '../../report/rules.ts'
import { nameAccused, settleAccused } from '../../secrecy/name-accused.ts'
import { dedi, marta } from '../cast.ts'
import { onDuty } from '../on-duty.ts'
import { aWednesday, testKeeper } from '../test-deps.ts'

/** Has reporters say whom their reports are about: an office by its name, and persons whom the desk then finds out. */
export async function makeAccuser(db: TestDatabase, office: string, persons: readonly { accountId: string }[]) {
  const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
  await onDuty(db, dedi)
  return async (reportId: string) => {
    const names = [office, ...persons.map((_, at) => `Pejabat nomor ${at}`)]
    const setting = { rules, directory, now: aWednesday }
    await as(db.web, marta(reportId), (tx) => nameAccused(tx, marta(reportId), reportId, names, setting))
    const unsettled = await db.owner
      .selectFrom('casework.accused')
      .select('position')
      .where('report_id', '=', reportId)
      .where('kind', 'is', null)
      .orderBy('position')
      .execute()
    for (const [at, { position }] of unsettled.entries()) {
      const person = { kind: 'person', accountId: persons[at]?.accountId ?? '' } as const
      await as(db.web, dedi, (tx) => settleAccused(tx, dedi, reportId, position, person, setting))
    }
  }
}
