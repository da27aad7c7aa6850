import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { releaseChildren } from '../secrecy/separate.ts'

/**
 * The reporter withdraws (cabut): the public side keeps ID and status only. Reports merged into it go back first.
 * @throws ReportNotFound · MoveRefused
 */
export async function withdrawReport(tx: Tx, actor: Actor, reportId: string, setting: Setting, seenSeq?: number) {
  await releaseChildren(tx, actor, reportId, setting)
  return moveReport(
    tx,
    actor,
    reportId,
    { move: 'withdraw', seenSeq, office: (report) => owingOffice(setting.directory, report) },
    setting.rules,
    setting.now,
  )
}
