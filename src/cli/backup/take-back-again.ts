import { sql } from 'kysely'
import type { Setting } from '../../agencies/setting.ts'
import type { Actor } from '../../report/actor.ts'
import type { Tx } from '../../report/as.ts'
import { lockReport } from '../../report/move.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import type { Floor } from '../../secrecy/floor.ts'
import { eventsRedacted, publicWords } from '../../secrecy/kept-from-public.ts'
import { takesOutAll } from '../../secrecy/words-out.ts'

/**
 * What its reporter took back from the public, of what this database knows of, is taken back again, where who filed is still hidden.
 * @returns whether the public would still read what it did not read any more: nobody knows here which words were taken out
 */
export async function takeBackAgain(tx: Tx, reporter: Actor, floor: Floor, setting: Setting): Promise<boolean> {
  const { id, takenBack = [], redacted = [], shown } = floor
  const { stage, anonymous, without_identity } = await lockReport(tx, id)
  if (stage === 'withdrawn') return false
  const without = takenBack.length > 0 ? await stillShown(tx, id, takenBack) : []
  const canTakeBack = anonymous || without_identity
  if (without.length > 0 && canTakeBack) await raiseSecrecy(tx, reporter, id, { anonymous: true, without }, setting)
  const now = await publicWords(tx, await lockReport(tx, id))
  if (!now) return false
  if (await isReadAgain(tx, id, redacted)) return true
  return (without.length > 0 && !canTakeBack) || (shown !== undefined && now.print !== shown)
}

/** Whether the public reads words here that were taken out of what was said, of an event that is known here. */
async function isReadAgain(tx: Tx, id: string, redacted: NonNullable<Floor['redacted']>): Promise<boolean> {
  if (redacted.length === 0) return false
  const hashes = redacted.map(({ event }) => event)
  const seen = new Set((await hashesShown(tx, id, hashes)).map(({ hash }) => hash))
  const here = new Map((await eventsRedacted(tx, id)).map(({ event, out }) => [event, out]))
  return redacted.some(({ event, out }) => seen.has(event) && !takesOutAll(here.get(event) ?? [], out))
}

/** Numbers of these events, known here by their place in the chain, that no raising or forwarding here leaves to the parties. */
async function stillShown(tx: Tx, reportId: string, hashes: readonly string[]): Promise<number[]> {
  return (await hashesShown(tx, reportId, hashes)).map(({ seq }) => seq)
}

/** Those of these events that are known here and of which the public may read words. */
async function hashesShown(tx: Tx, reportId: string, hashes: readonly string[]) {
  const { rows } = await sql<{ seq: number; hash: string }>`
    select e.seq, encode(e.hash, 'hex') as hash from casework.left_out(${reportId}) gone, casework.event e
    where e.report_id = ${reportId} and encode(e.hash, 'hex') = any (${hashes}::text[]) and not e.seq = any (gone)
    order by e.seq`.execute(tx)
  return rows
}
