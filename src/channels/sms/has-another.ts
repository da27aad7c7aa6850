import type { Db } from '../../platform/db.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'

/** Whether there is a gateway through which SMS may leave but this one, away or not: as the rows are now. */
export async function hasAnother(db: Db, notThrough: string): Promise<boolean> {
  const row = await as(db, system, (tx) =>
    tx
      .selectFrom('identity.gateway')
      .select('id')
      .where('name', '<>', notThrough)
      .where('sealed_password', 'is not', null)
      .limit(1)
      .executeTakeFirst(),
  )
  return row !== undefined
}
