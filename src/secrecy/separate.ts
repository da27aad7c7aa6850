import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import { become, type Tx } from '../report/as.ts'
import { forEachChild } from '../report/children.ts'
import { lockReport, moveReport } from '../report/move.ts'

/** Give every report merged into this one its own way back: where it was, with what was left on its clock. */
export async function releaseChildren(tx: Tx, actor: Actor, parentId: string, setting: Setting) {
  await forEachChild(tx, actor, parentId, (child, childId) => unmerge(tx, child, childId, setting))
}

/**
 * Only reports of equal confidentiality are merged: before that of one changes, it leaves its parent, and its children
 * leave it.
 * @returns how many events this added to the report itself
 * @throws ReportNotFound
 */
export async function separate(tx: Tx, actor: Actor, reportId: string, setting: Setting): Promise<number> {
  const report = await lockReport(tx, reportId)
  await releaseChildren(tx, actor, reportId, setting)
  if (report.stage !== 'merged' || report.merged_into === null) return 0
  const system: Actor = { role: 'system', reportId: report.merged_into }
  await become(tx, system)
  await unmerge(tx, system, reportId, setting)
  await become(tx, actor)
  return 1
}

function unmerge(tx: Tx, actor: Actor, reportId: string, { directory, rules, now }: Setting) {
  return moveReport(
    tx,
    actor,
    reportId,
    { move: 'unmerge', office: (report) => owingOffice(directory, report) },
    rules,
    now,
  )
}
