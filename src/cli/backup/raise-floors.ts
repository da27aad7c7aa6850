import { loadDirectory } from '../../agencies/directory.ts'
import type { Setting } from '../../agencies/setting.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { makeDb } from '../../platform/db.ts'
import type { Actor } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { allowedMoves } from '../../report/lifecycle.ts'
import { lockReport, type ReportRow } from '../../report/move.ts'
import { loadRules } from '../../report/rules.ts'
import { mayErase } from '../../secrecy/ask-erasure.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import type { Floor } from '../../secrecy/floor.ts'
import { readFloors } from '../../secrecy/floor-journal.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'
import { separate } from '../../secrecy/separate.ts'
import { accuseAgain } from './accuse-again.ts'
import { emptyAgain, endErasure, isErasedWhole } from './erase-again.ts'
import { holdBackAgain } from './hold-back-again.ts'
import { takeBackAgain } from './take-back-again.ts'

/**
 * How many reports. `hiddenInstead`: withdrawn or kept back before, which cannot be done here any more, so nobody finds them.
 * `reworded`: the public would read again what was taken out of them, so nobody finds them.
 * `unresolved`: accuse somebody whom this database does not know, so only the national desk has them.
 */
export const raisings = [
  'hidden',
  'accused',
  'withdrawn',
  'embargoed',
  'erased',
  'hiddenInstead',
  'reworded',
  'unresolved',
] as const
export type Raised = Record<(typeof raisings)[number], number>

/**
 * What was hidden or taken back, whom reports came to accuse, what was withdrawn, kept back and erased after a backup was taken is so again
 * before anybody is served: a restore only ever raises.
 */
export async function raiseFloors(target: KeyPlace & { ownerUrl: string; now: Date }): Promise<Raised> {
  const raised = Object.fromEntries(raisings.map((what) => [what, 0])) as Raised
  const floors = readFloors(target.dataDir)
  if (floors.length === 0) return raised
  const db = makeDb(target.ownerUrl)
  try {
    const [rules, directory] = await Promise.all([loadRules(db, keeperOf(target)), loadDirectory(db)])
    const setting = { rules, directory, now: target.now }
    for (const floor of floors) {
      const reporter: Actor = { role: 'reporter', reportId: floor.id }
      const done = await as(db, reporter, (tx) => raiseOne(tx, reporter, floor, setting))
      for (const what of done) raised[what] += 1
    }
    return raised
  } finally {
    await db.destroy()
  }
}

/** In this order: first nobody reads it who should not, then it leaves. A report that is not in the backup needs nothing. */
async function raiseOne(tx: Tx, reporter: Actor, floor: Floor, setting: Setting): Promise<Set<keyof Raised>> {
  const done = new Set<keyof Raised>()
  const there = await erasureHere(tx, floor.id)
  if (!there || there.erased_at) return done
  const erases = floor.erased !== undefined && floor.erased !== there.what
  if (erases) await emptyAgain(tx, floor)
  if (await hide(tx, reporter, floor, setting)) done.add('hidden')
  if (floor.accused) {
    const wordless = isErasedWhole(floor)
    const accusing = await accuseAgain(tx, reporter, floor.id, floor.accused, { ...setting, wordless })
    if (accusing !== 'nothing') done.add('accused')
    if (accusing === 'unresolved') done.add('unresolved')
  }
  if (floor.withdrawn || isErasedWhole(floor)) await withdraw(tx, reporter, floor, setting, done)
  if (floor.embargo) await holdBack(tx, reporter, floor, setting, done)
  if (await takeBackAgain(tx, reporter, floor, setting)) {
    await makeConfidential(tx, reporter, floor.id, setting)
    done.add('reworded')
  }
  if (erases) {
    await endErasure(tx, floor, setting.now)
    done.add('erased')
  }
  return done
}

function erasureHere(tx: Tx, reportId: string) {
  return tx
    .selectFrom('casework.report as r')
    .leftJoin('identity.erasure as e', 'e.report_id', 'r.id')
    .select(['r.erased_at', 'e.what'])
    .where('r.id', '=', reportId)
    .executeTakeFirst()
}

async function withdraw(tx: Tx, reporter: Actor, floor: Floor, setting: Setting, done: Set<keyof Raised>) {
  const { id } = floor
  const { stage } = await lockReport(tx, id)
  // One that was over when it was erased is over here as well, or is taken off the desk so.
  if (stage === 'withdrawn' || (!floor.withdrawn && mayErase(stage, 'all'))) return
  if (stage === 'merged') await separate(tx, reporter, id, setting)
  const report = await lockReport(tx, id)
  if (allowedMoves(report.stage, 'reporter').includes('withdraw')) {
    await withdrawReport(tx, reporter, id, setting)
    done.add('withdrawn')
  } else await hideInstead(tx, reporter, report, setting, done)
}

async function holdBack(tx: Tx, reporter: Actor, { id, embargo }: Floor, setting: Setting, done: Set<keyof Raised>) {
  if (!embargo) return
  const report = await lockReport(tx, id)
  const held = await holdBackAgain(tx, setting.rules.keeper, report, embargo, setting.now)
  if (held === 'held') done.add('embargoed')
  if (held === 'nobody') await hideInstead(tx, reporter, report, setting, done)
}

async function hideInstead(tx: Tx, reporter: Actor, report: ReportRow, setting: Setting, done: Set<keyof Raised>) {
  if (await makeConfidential(tx, reporter, report.id, setting)) done.add('hiddenInstead')
}

function makeConfidential(tx: Tx, reporter: Actor, id: string, setting: Setting): Promise<boolean> {
  return hide(tx, reporter, { id, anonymous: false, confidential: true }, setting)
}

async function hide(tx: Tx, reporter: Actor, floor: Floor, setting: Setting): Promise<boolean> {
  const report = await lockReport(tx, floor.id)
  const anonymous = floor.anonymous && !report.anonymous
  const confidential = floor.confidential && !report.confidential
  if (!anonymous && !confidential) return false
  await raiseSecrecy(tx, reporter, floor.id, { anonymous, confidential }, setting)
  return true
}
