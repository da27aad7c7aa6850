import { sql } from 'kysely'
import type { Setting } from '../../agencies/setting.ts'
import type { Actor } from '../../report/actor.ts'
import type { Tx } from '../../report/as.ts'
import { lockReport } from '../../report/move.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { type Floor, publicWords } from '../../secrecy/floor.ts'

/**
 * What its reporter took back from the public, of what this database knows of, is taken back again, where who filed is still hidden.
 * @returns whether the public would still read what it did not read any more: nobody knows here which words were taken out
 */
export async function takeBackAgain(tx: Tx, reporter: Actor, floor: Floor, setting: Setting): Promise<boolean> {
  const { id, takenBack = [], shown } = floor
  const { stage, anonymous, without_identity } = await lockReport(tx, id)
  if (stage === 'withdrawn') return false
  const without = takenBack.length > 0 ? await stillShown(tx, id, takenBack) : []
  const canTakeBack = anonymous || without_identity
  if (without.length > 0 && canTakeBack) await raiseSecrecy(tx, reporter, id, { anonymous: true, without }, setting)
  const now = await publicWords(tx, await lockReport(tx, id))
  if (!now) return false
  return (without.length > 0 && !canTakeBack) || (shown !== undefined && now.print !== shown)
}

/** Numbers of these events, known here by their place in the chain, that no raising or forwarding here leaves to the parties. */
async function stillShown(tx: Tx, reportId: string, hashes: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select e.seq from casework.left_out(${reportId}) gone, casework.event e
    where e.report_id = ${reportId} and encode(e.hash, 'hex') = any (${hashes}::text[]) and not e.seq = any (gone)
    order by e.seq`.execute(tx)
  return rows.map(({ seq }) => seq)
}
