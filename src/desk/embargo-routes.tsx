import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import type { Tx } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { endEmbargo, layEmbargo, mayBeHeld, readEmbargoes } from '../secrecy/embargo.ts'
import { link } from '../ui/locale.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { readEmbargo } from './embargo-form.ts'
import { EmbargoPage, type EmbargoPageProps } from './embargo-page.tsx'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { onReport } from './on-report.ts'
import type { OpenReport } from './open-report.ts'
import { readShortForm } from './read-short-form.ts'

const page = '/kelola/laporan/:id/embargo'

/** Holding back publication, by the national desk; the reporter reads it. Where nothing could be held back there is no such page. */
export function embargoRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get(page, staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      return show(deps, c, duty, c.req.query('sudah') ? { done: duty.t.opening_embargo_done } : {})
    })
    .post(page, staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const values = await readShortForm(c)
      const read = readEmbargo(duty, values)
      if (!read.ok) return show(deps, c, duty, { values, errors: read.errors }, 422)
      const laid = await ordering(deps, c, duty, (tx, { report }) =>
        layEmbargo(tx, duty.setting.rules.keeper, report.id, read.order, duty.setting.now),
      )
      return laid ? c.redirect(link(duty.locale, `${pathOf(c)}?sudah=1`), 303) : c.notFound()
    })
    .post(`${page}/pengakhiran`, staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const ended = await ordering(deps, c, duty, (tx, { report }) => endEmbargo(tx, report.id, duty.setting.now))
      return ended ? c.redirect(link(duty.locale, `/kelola/laporan/${c.req.param('id')}`), 303) : c.notFound()
    })
}

function pathOf(c: Context): string {
  return `/kelola/laporan/${c.req.param('id')}/embargo`
}

/** Only the national desk orders it. */
async function ordering<T>(deps: Deps, c: Context, duty: Duty, work: (tx: Tx, open: OpenReport) => Promise<T>) {
  return duty.actor.role === 'verifier' ? onReport(deps, c, duty, ['see', 'case'], work) : undefined
}

type Shown = Pick<EmbargoPageProps, 'values' | 'errors' | 'done'>

async function show(deps: Deps, c: Context<KnownPerson>, duty: Duty, shown: Shown, status: 200 | 422 = 200) {
  const found = await ordering(deps, c, duty, async (tx, { report }) => {
    const { actor, setting } = duty
    const keeper = can(actor, 'see', 'casework', secrecyFacts(report), setting.now) ? setting.rules.keeper : null
    const embargoes = await readEmbargoes(tx, keeper, report.id)
    return mayBeHeld(report) || embargoes.length > 0 ? { report, embargoes } : undefined
  })
  if (!found) return c.notFound()
  const { report, embargoes } = found
  c.header('cache-control', 'no-store')
  return c.html(<EmbargoPage duty={duty} id={report.tracking_id} embargoes={embargoes} {...shown} />, status)
}
