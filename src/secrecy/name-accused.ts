import { sql } from 'kysely'
import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { lockReport } from '../report/move.ts'
import { readAccused } from './named-accused.ts'
import { namesakesOf } from './namesakes.ts'
import { separate } from './separate.ts'

/** That can be named later; what stood in the filing counts. */
export const mostAccused = 20

/** More were named than one report takes (migration 84). `left`: how many could still be. */
export class TooManyAccused extends Error {
  override name = 'TooManyAccused'
  readonly left: number

  constructor(left: number) {
    super(`A report names no more than ${mostAccused}`)
    this.left = left
  }
}

/**
 * The reporter says later whom their report is about. Whoever that is loses it in the same transaction, and it goes to the
 * nearest office that may handle it. What was merged is separated first: the other is not about them.
 * @param names as written, one office, post or person each
 * @throws ReportNotFound · TooManyAccused, and none is added: whoever was left out could read what they are said to be locked out of
 */
export async function nameAccused(
  tx: Tx,
  actor: Actor,
  reportId: string,
  names: readonly string[],
  setting: Setting,
): Promise<void> {
  await sql`select casework.people_stand_still()`.execute(tx)
  const report = await lockReport(tx, reportId)
  await separate(tx, actor, reportId, setting)
  const { keeper } = setting.rules
  const accused = names.map((name) => {
    const { named, kind, unitId, words } = readAccused(setting.directory, name)
    return { named: report.confidential ? keeper.sealWords(reportId, named) : named, kind, unit_id: unitId, words }
  })
  const { rows } = await sql<{ added: number }>`
    select casework.name_accused(${reportId}, ${JSON.stringify(accused)}::jsonb, ${setting.now}) as added`.execute(tx)
  const added = rows[0]?.added ?? 0
  if (added < names.length) throw new TooManyAccused(added)
}

/**
 * Who is meant, as the desk has found out. `outside`: nobody who could open a report here, or somebody else of that name.
 * `alone`: others who are called alike are others; else all their accounts are that person's, and `alsoIds`.
 */
export type Settled =
  | { kind: 'unit' | 'head'; unitId: string }
  | { kind: 'person'; accountId: string; alone?: boolean; alsoIds?: readonly string[] }
  | { kind: 'outside' }

/**
 * The national desk settles whom a report names. They are locked out, a person by every account that bears their name, and the report moves,
 * in the same transaction; what was merged is separated first.
 * @param position which of those it names, from 1
 * @returns false when it names nobody at that position
 * @throws Error for a report that this actor may not know of
 */
export async function settleAccused(
  tx: Tx,
  verifier: Actor,
  reportId: string,
  position: number,
  settled: Settled,
  setting: Setting,
): Promise<boolean> {
  await sql`select casework.people_stand_still()`.execute(tx)
  await separate(tx, verifier, reportId, setting)
  const unit = 'unitId' in settled ? settled.unitId : null
  const account = 'accountId' in settled ? settled.accountId : null
  const also = settled.kind === 'person' && !settled.alone ? await namesakesOf(tx, settled.accountId) : []
  const alsoIds = [...also.map(({ id }) => id), ...(settled.kind === 'person' ? (settled.alsoIds ?? []) : [])]
  const { rows } = await sql<{ found: boolean }>`
    select casework.settle_accused(${reportId}, ${position}, ${settled.kind}, ${unit}, ${account}, ${alsoIds}::uuid[],
      ${setting.now}) as found`.execute(tx)
  return rows[0]?.found ?? false
}
