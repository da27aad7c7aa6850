import type { Context } from 'hono'
import { makeFormKey } from '../intake/form-key.ts'
import { as, type Tx } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { isOffered } from './action.ts'
import { actions } from './actions/index.ts'
import type { Attempt } from './actions-panel.tsx'
import { colleaguesOf } from './colleagues.ts'
import type { Duty, KnownPerson } from './duty.ts'
import { listReports } from './list-reports.ts'
import { maskedContact } from './masked-contact.ts'
import type { OpenEvent, OpenReport } from './open-report.ts'
import { openThrough } from './opening-report.ts'
import { ReportPage } from './report-page.tsx'
import { similarReports } from './similar-reports.ts'
import { workShelf } from './shelves.ts'

export type Shown = {
  attempt?: Attempt
  refused?: string
  since?: readonly OpenEvent[]
  done?: string
  status?: 200 | 409 | 422
}

const beside = 15

/** The report's page with whatever came of the last step; 404 when there is no such report for this person. */
export async function showReport(
  deps: Deps,
  c: Context<KnownPerson>,
  duty: Duty,
  trackingId: string,
  shown: Shown = {},
) {
  const found = await as(deps.db, duty.actor, async (tx) => {
    const open = await openThrough(tx, duty, trackingId)
    return open && { open, ...(await around(tx, duty, open, shown.attempt)) }
  })
  if (!found) return c.notFound()
  const { status = 200, ...rest } = shown
  c.header('cache-control', 'no-store')
  return c.html(<ReportPage duty={duty} {...found} {...rest} formKey={makeFormKey(deps.keys.reportSecret)} />, status)
}

async function around(tx: Tx, duty: Duty, open: OpenReport, attempt: Attempt | undefined) {
  const { actor, person, setting } = duty
  const offered = actions.filter((action) => isOffered(action, open, duty))
  const shelf = workShelf(person.role)
  const has = (noun: string) => offered.some((action) => action.noun === noun)
  return {
    offered,
    contact: await maskedContact(tx, duty, open),
    list: shelf
      ? await listReports(tx, actor, { shelf, limit: beside, now: setting.now, keeper: setting.rules.keeper })
      : null,
    colleagues: has('disposisi') && actor.agencyId ? await colleaguesOf(tx, actor.agencyId) : [],
    candidates:
      attempt?.noun === 'penggabungan' && has('penggabungan') ? await similarReports(tx, duty, open.report) : undefined,
  }
}
