import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as } from '../report/as.ts'
import { askOpening, decideOpening } from '../secrecy/break-glass.ts'
import type { Deps } from '../secrecy/deps.ts'
import { letOut } from '../secrecy/letting-words-out.ts'
import { openRequests, requestsOf } from '../secrecy/ledger.ts'
import { link } from '../ui/locale.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { identityRoutes, openingNumber } from './identity-routes.tsx'
import { onReport } from './on-report.ts'
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
      const at = { ...duty.setting, indexSecret: deps.keys.indexSecret }
      // Whoever approves, and whoever else may ask, reads the reason: it is no place either for who filed.
      const done = await onReport(deps, c, duty, ['ask_to_open', 'identity'], (tx, { report }) =>
        letOut(tx, at, { actor: duty.actor, about: report.tracking_id, text: read.value.reason, inside: true }, () =>
          askOpening(tx, deps.keys.keeper, report.id, read.value, duty.setting.now),
        ),
      )
      if (!done) return c.notFound()
      if (!done.held) return back(c, duty, 'asked')
      const reason = done.held === 'wait' ? duty.t.desk_error_names_wait : duty.t.desk_error_names
      return show(deps, c, duty, { values, errors: { reason } }, 422)
    })
    .post('/kelola/laporan/:id/pembukaan/:n{[0-9]+}/:decision{persetujuan|penolakan}', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const decision = decisions[c.req.param('decision') as keyof typeof decisions]
      const done = await onReport(deps, c, duty, ['approve_opening', 'identity'], (tx, { report }) =>
        decideOpening(tx, report.id, openingNumber(c), decision, duty.setting.now),
      )
      if (!done) return c.notFound()
      return done === 'done'
        ? back(c, duty, decision)
        : show(deps, c, duty, { refused: duty.t[`opening_${done}`] }, 409)
    })
    .route('/', identityRoutes(deps))
}

type Shown = Pick<OpeningsPageProps, 'values' | 'errors' | 'done' | 'refused'>

async function show(deps: Deps, c: Context, duty: Duty, shown: Shown, status: 200 | 409 | 422 = 200) {
  const found = await onReport(deps, c, duty, ['ask_to_open', 'identity'], async (tx, open) => ({
    open,
    requests: await requestsOf(tx, deps.keys.keeper, open.report.id),
  }))
  if (!found) return c.notFound()
  c.header('cache-control', 'no-store')
  return c.html(<OpeningsPage duty={duty} {...found} {...shown} />, status)
}

function back(c: Context, { locale }: Duty, done: string) {
  return c.redirect(link(locale, `/kelola/laporan/${c.req.param('id')}/pembukaan?sudah=${done}`), 303)
}
