import { sql } from 'kysely'
import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { lockReport, moveReport } from '../report/move.ts'
import type { ReportRow } from '../report/move.ts'
import { allowedMoves } from '../report/lifecycle.ts'
import { MoveRefused } from '../report/refusals.ts'

/**
 * Merge a report into another about the same matter: of equal confidentiality, accusing the same, no chains. Everyone keeps text,
 * switches and ID and hears of the parent.
 * @throws ReportNotFound · MoveRefused `unequal_secrecy`, `merge_chain`
 */
export async function mergeReport(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: { into: string; seenSeq?: number },
  setting: Setting,
) {
  const [parent, isParent] = await lockBoth(tx, childId, input.into)
  const accuseTheSame = await doAccuseTheSame(tx, childId, input.into)
  return moveReport(
    tx,
    actor,
    childId,
    {
      move: 'merge',
      seenSeq: input.seenSeq,
      data: { into: parent.tracking_id },
      changes: { merged_into: parent.id },
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (report.confidential !== parent.confidential || !accuseTheSame) refuse('unequal_secrecy')
        if (isParent || parent.id === childId || !canHaveChildren.includes(parent.stage)) refuse('merge_chain')
      },
    },
    setting.rules,
    setting.now,
  )
}

/** Whoever handles the parent handles its children: they must be about the same people, and it must be known about whom. */
async function doAccuseTheSame(tx: Tx, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select casework.accuse_the_same(${one}, ${other}) as same`.execute(tx)
  return rows[0]?.same ?? false
}

const canHaveChildren: readonly string[] = ['received', 'on_hold', 'forwarded', 'in_progress', 'answered']

/**
 * Give a merged report its own way back (unmerge): where it was, with what was left on its clock.
 * @throws ReportNotFound · MoveRefused
 */
export async function unmergeReport(tx: Tx, actor: Actor, reportId: string, setting: Setting, seenSeq?: number) {
  return moveReport(
    tx,
    actor,
    reportId,
    { move: 'unmerge', seenSeq, office: (report) => owingOffice(setting.directory, report) },
    setting.rules,
    setting.now,
  )
}

/** Both locked in the order of their ids, so that two merges never wait for each other. */
async function lockBoth(tx: Tx, childId: string, parentId: string): Promise<[ReportRow, boolean]> {
  const rows = new Map<string, ReportRow>()
  for (const id of [...new Set([childId, parentId])].sort()) rows.set(id, await lockReport(tx, id))
  const parent = rows.get(parentId)
  const child = rows.get(childId)
  if (!parent || !child) throw new Error('both reports were locked')
  if (parent === child) throw new MoveRefused('merge_chain', child.stage, allowedMoves(child.stage, 'verifier'))
  const children = await tx
    .selectFrom('casework.report')
    .select('id')
    .where('merged_into', '=', childId)
    .limit(1)
    .execute()
  return [parent, children.length > 0]
}
