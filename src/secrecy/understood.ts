import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'

/** One of those whom a report names, as written, and who we take that for; nothing while it is not settled. */
export type Understood = { named: string; kind?: string | null; unitId?: string | null }

/** Whom a report names, in order, as far as this actor may know. */
export async function understoodIn(tx: Tx, keeper: Keeper, reportId: string): Promise<Understood[]> {
  const rows = await tx
    .selectFrom('casework.accused')
    .select(['named', 'kind', 'unit_id as unitId'])
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute()
  return rows.map((row) => openWords(keeper, reportId, row, ['named']))
}

/**
 * Each as somebody who named them would say it: once, though it stands for several accounts of one person; and nobody's here only while it is
 * nobody's: whoever else is called so was asked about beside it.
 */
export function saidOnce<Name extends Understood>(accused: readonly Name[]): Name[] {
  const same = (one: Name) => accused.filter(({ named }) => named === one.named)
  const isFirst = (one: Name) => same(one).find((it) => it.kind === one.kind && it.unitId === one.unitId) === one
  return accused.filter((one) => isFirst(one) && !(one.kind === 'outside' && isSettledBesides(accused, one)))
}

/** Does the same name stand for somebody of ours as well? */
export function isSettledBesides(accused: readonly Understood[], one: Understood): boolean {
  return accused.some(
    (it) => it !== one && it.named === one.named && it.kind !== undefined && it.kind !== null && it.kind !== 'outside',
  )
}
