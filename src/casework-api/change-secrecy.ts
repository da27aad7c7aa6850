import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Moved } from '../report/move.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import type { Seen } from './move-call.ts'

/** `true` raises, `false` lowers (reporter only); a switch left out stays. */
export async function changeSecrecy(
  tx: Tx,
  actor: Actor,
  id: string,
  body: { anonymous?: boolean; confidential?: boolean; confirm?: boolean } & Seen,
  setting: Setting,
): Promise<Moved> {
  const lowers = body.anonymous === false || body.confidential === false
  const raises = body.anonymous === true || body.confidential === true
  if (!lowers) return raiseSecrecy(tx, actor, id, body, setting, body.seenSeq)
  const lowered = await lowerSecrecy(tx, actor, id, { ...body, confirmed: body.confirm }, setting, body.seenSeq)
  return raises ? raiseSecrecy(tx, actor, id, body, setting) : lowered
}
