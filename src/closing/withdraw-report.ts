import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { forEachChild } from '../report/children.ts'
import { moveReport } from '../report/move.ts'

/**
 * The reporter withdraws (cabut): the public side keeps ID and status only. Reports merged into it go back first.
 * @throws ReportNotFound · MoveRefused
 */
export async function withdrawReport(tx: Tx, actor: Actor, reportId: string, setting: Setting, seenSeq?: number) {
  const office = { office: (report: Parameters<typeof owingOffice>[1]) => owingOffice(setting.directory, report) }
  await forEachChild(tx, actor, reportId, (child, childId) =>
    moveReport(tx, child, childId, { move: 'unmerge', ...office }, setting.rules, setting.now),
  )
  return moveReport(tx, actor, reportId, { move: 'withdraw', seenSeq, ...office }, setting.rules, setting.now)
}
