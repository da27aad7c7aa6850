import type { Actor } from './actor.ts'
import { become, type Tx } from './as.ts'

/**
 * Do `work` for each report merged into `parentId`, as the system: the only reports that the web may touch so.
 * Afterwards the transaction belongs to `actor` again.
 */
export async function forEachChild(
  tx: Tx,
  actor: Actor,
  parentId: string,
  work: (child: Actor, childId: string) => Promise<unknown>,
) {
  const child: Actor = { role: 'system', reportId: parentId }
  await become(tx, child)
  const children = await tx
    .selectFrom('casework.report')
    .select('id')
    .where('merged_into', '=', parentId)
    .orderBy('id')
    .execute()
  for (const { id } of children) await work(child, id)
  await become(tx, actor)
}
