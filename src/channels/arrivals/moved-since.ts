import type { Tx } from '../../report/as.ts'

/** Whoever presses twice, an operator who is not sure, and a machine that answers each letter, do so within hours; a day later the same words may say that nothing has happened. */
export const sameReplyMs = 12 * 3_600_000

/** What offices do without saying anything to whoever filed: after it the same words mean the same. */
const quiet = ['forward', 'assign', 'return', 'hand_back', 'reroute', 'escalate'] as const

/** Whether somebody has since done something with one of these that the same words may be about: it was asked about, answered, filed or changed. */
export async function movedSince(tx: Tx, reportIds: readonly string[], since: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('casework.event')
    .select('report_id')
    .where('report_id', 'in', reportIds)
    .where('at', '>', since)
    .where((or) =>
      or.or([
        or.and([or('actor_role', '=', 'reporter'), or('move', '<>', 'note')]),
        or.and([or('actor_role', '<>', 'reporter'), or('move', 'not in', quiet)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
