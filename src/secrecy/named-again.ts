import { sql } from 'kysely'
import type { Setting } from '../agencies/setting.ts'
import { system } from '../report/actor.ts'
import { become, type Tx } from '../report/as.ts'
import { openWords } from '../report/keeper.ts'
import { isCalledAlike } from './called-alike.ts'
import { nameWords } from './named-accused.ts'
import { separate } from './separate.ts'

/**
 * Somebody on duty bears this name from now on, or may sign in again with it. Names that the desk had settled as nobody's here
 * (`outside`) and that are theirs wait for the desk once more, in the same transaction: until it has said who is meant, nobody in the
 * office that handles the report has it. What was merged is separated first. Nothing is said of how many there were: whoever keeps the
 * accounts does not learn who is named.
 * @param tx the owner's, whose people have moved in it (casework.people_move): no name is settled beside it
 */
export async function askWhoIsMeant(tx: Tx, name: string, setting: Setting): Promise<void> {
  const settled = await tx
    .selectFrom('casework.accused as x')
    .innerJoin('casework.report as r', 'r.id', 'x.report_id')
    .select(['x.report_id', 'x.position', 'x.named'])
    .where('x.kind', '=', 'outside')
    .where('r.stage', '<>', 'withdrawn')
    .orderBy('x.report_id')
    .orderBy('x.position')
    .execute()
  await become(tx, system)
  for (const row of settled) {
    const { report_id, position, named } = openWords(setting.rules.keeper, row.report_id, row, ['named'])
    if (!isCalledAlike(named, name)) continue
    await separate(tx, system, report_id, setting)
    await sql`select casework.unsettle_accused(${report_id}, ${position}, ${nameWords(named)}::text[], ${setting.now})`.execute(
      tx,
    )
  }
}
