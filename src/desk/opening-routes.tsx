import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as, type Tx } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { askOpening, decideOpening } from '../secrecy/break-glass.ts'
import { can } from '../secrecy/can.ts'
import type { Deps } from '../secrecy/deps.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { openRequests, requestsOf } from '../secrecy/ledger.ts'
import { link } from '../ui/locale.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { identityRoutes, openingNumber } from './identity-routes.tsx'
import { openReport } from './open-report.ts'
import { readAsk } from './opening-form.ts'
import { OpeningsPage, type OpeningsPageProps, WaitingPage } from './openings-page.tsx'
import { readShortForm } from './read-short-form.ts'

const decisions = { persetujuan: 'approved', penolakan: 'refused' } as const

/** Break-glass at the desk: ask with a reason, decide on somebody else's request. To whoever may do neither it does not exist. */
export function openingRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/pembukaan', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'pembukaan')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const requests = await as(deps.db, duty.actor, (tx) =>
        openRequests(tx, deps.keys.keeper, duty.person.accountId, duty.setting.now),
      )
      return c.html(<WaitingPage duty={duty} requests={requests} />)
    })
    .get('/kelola/laporan/:id/pembukaan', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const done = c.req.query('sudah')
      const known = done === 'asked' || done === 'approved' || done === 'refused'
      return show(deps, c, duty, known ? { done: duty.t[`opening_done_${done}`] } : {})
    })
    .post('/kelola/laporan/:id/pembukaan', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const values = await readShortForm(c)
      const read = readAsk(values, duty.t)
      if (!read.ok) return show(deps, c, duty, { values, errors: read.errors }, 422)
      const done = await acting(deps, c, duty, 'ask_to_open', (tx, id) =>
        askOpening(tx, deps.keys.keeper, id, read.ask, duty.setting.now),
      )
      return done ? back(c, duty, 'asked') : c.notFound()
    })
    .post('/kelola/laporan/:id/pembukaan/:n{[0-9]+}/:decision{persetujuan|penolakan}', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const decision = decisions[c.req.param('decision') as keyof typeof decisions]
      const done = await acting(deps, c, duty, 'approve_opening', (tx, id) =>
        decideOpening(tx, id, openingNumber(c), decision, duty.setting.now),
      )
      if (!done) return c.notFound()
      return done === 'done'
        ? back(c, duty, decision)
        : show(deps, c, duty, { refused: duty.t[`opening_${done}`] }, 409)
    })
    .route('/', identityRoutes(deps))
}

/** Do it for the report of the address; undefined when there is none for this person, or `can` says no. */
async function acting<T>(
  deps: Deps,
  c: Context,
  { actor, setting }: Duty,
  action: 'ask_to_open' | 'approve_opening',
  work: (tx: Tx, reportId: string) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await as(deps.db, actor, async (tx) => {
      const open = await openReport(tx, deps.keys.keeper, c.req.param('id') ?? '')
      if (!open || !can(actor, action, 'identity', secrecyFacts(open.report), setting.now)) throw new ReportNotFound()
      return work(tx, open.report.id)
    })
  } catch (error) {
    if (!(error instanceof ReportNotFound)) throw error
    return undefined
  }
}

type Shown = Pick<OpeningsPageProps, 'values' | 'errors' | 'done' | 'refused'>

async function show(deps: Deps, c: Context, duty: Duty, shown: Shown, status: 200 | 409 | 422 = 200) {
  const found = await acting(deps, c, duty, 'ask_to_open', async (tx, id) => {
    const open = await openReport(tx, deps.keys.keeper, c.req.param('id') ?? '')
    return open && { open, requests: await requestsOf(tx, deps.keys.keeper, id) }
  })
  if (!found) return c.notFound()
  c.header('cache-control', 'no-store')
  return c.html(<OpeningsPage duty={duty} {...found} {...shown} />, status)
}

function back(c: Context, { locale }: Duty, done: string) {
  return c.redirect(link(locale, `/kelola/laporan/${c.req.param('id')}/pembukaan?sudah=${done}`), 303)
}
