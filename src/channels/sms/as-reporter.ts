import { type Actor, system } from '../../report/actor.ts'
import { become, type Tx } from '../../report/as.ts'
import { MoveRefused } from '../../report/refusals.ts'
import type { Acted } from './acting.ts'

/**
 * Does `work` as whoever filed this report.
 * @returns `done`, or, where the report does not allow it now, that
 */
export async function asReporter(
  tx: Tx,
  reportId: string,
  done: Acted,
  work: (actor: Actor) => Promise<unknown>,
): Promise<Acted> {
  const reporter = { role: 'reporter', reportId } as const
  await become(tx, reporter)
  const refused = await work(reporter).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof MoveRefused) return error.reason
      throw error
    },
  )
  await become(tx, system)
  return refused
    ? { outcome: 'command', reason: refused, reportId, say: { template: 'not_now' } }
    : { ...done, reportId }
}
