import type { Context } from 'hono'
import { as, type Tx } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { type Action, can, type Resource } from '../secrecy/can.ts'
import type { Deps } from '../secrecy/deps.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import type { Duty } from './duty.ts'
import { type OpenReport, openReport } from './open-report.ts'

/** Do it with the report of the address, in one transaction; undefined when there is none for this person, or `can` says no. */
export async function onReport<T>(
  deps: Deps,
  c: Context,
  duty: Duty,
  [action, resource]: readonly [Action, Resource],
  work: (tx: Tx, open: OpenReport) => Promise<T>,
): Promise<T | undefined> {
  const { actor, setting } = duty
  try {
    return await as(deps.db, actor, async (tx) => {
      const open = await openReport(tx, duty, c.req.param('id') ?? '')
      if (!open || !can(actor, action, resource, secrecyFacts(open.report), setting.now)) throw new ReportNotFound()
      return work(tx, open)
    })
  } catch (error) {
    if (!(error instanceof ReportNotFound)) throw error
    return undefined
  }
}
