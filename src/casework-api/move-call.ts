import { z } from 'zod'
import type { Setting } from '../agencies/setting.ts'
import type { Actor, Role } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Moved } from '../report/move.ts'

/** One move as a call: who may ask for it, what it takes, and the use case it calls. */
export type MoveCall = {
  path: string
  summary: string
  by: readonly Role[]
  body: z.ZodObject
  work: (tx: Tx, actor: Actor, reportId: string, body: never, setting: Setting) => Promise<Moved>
}

const version = z
  .int()
  .min(1)
  .optional()
  .describe('The version that you read: 409 `changed` when there is a newer one.')

/** What every move takes besides its own fields: the last event that the actor had read. */
export type Seen = { seenSeq?: number }

/** @param body its own fields; `version` is added, and comes to `work` as `seenSeq` */
export function call<B extends z.ZodObject>(
  path: string,
  by: readonly Role[],
  summary: string,
  body: B,
  work: (tx: Tx, actor: Actor, reportId: string, body: z.infer<B> & Seen, setting: Setting) => Promise<Moved>,
): MoveCall {
  return { path, by, summary, body: body.extend({ version }), work }
}
