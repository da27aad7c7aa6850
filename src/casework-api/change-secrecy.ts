import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Moved } from '../report/move.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { lookBeforeLowering } from './points-at-somebody.ts'
import type { Seen } from './move-call.ts'

type Body = {
  anonymous?: boolean
  confidential?: boolean
  confirm?: boolean
  redact?: string[]
  without?: number[]
  pictures?: 'stay'
  sure?: boolean
}

/** `true` raises, `false` lowers (reporter only); a switch left out stays. */
export async function changeSecrecy(
  tx: Tx,
  actor: Actor,
  id: string,
  body: Body & Seen,
  setting: Setting,
): Promise<Moved> {
  const lowers = body.anonymous === false || body.confidential === false
  const raises = body.anonymous === true || body.confidential === true
  if (!lowers) return raiseSecrecy(tx, actor, id, body, setting, body.seenSeq)
  const { anonymous, confidential, confirm, redact, without, sure, seenSeq } = body
  const care = sure ? 'sure' : 'ask_numbers'
  const lowering = { anonymous, confidential, confirmed: confirm, redact, without, care } as const
  const lowered = await lowerSecrecy(tx, actor, id, lowering, setting, seenSeq)
  if (!sure) await lookBeforeLowering(tx, setting.rules.keeper, lowered)
  return raises ? raiseSecrecy(tx, actor, id, body, setting) : lowered
}
