import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as, type Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { findByTrackingId } from '../report/find-by-tracking-id.ts'
import { writtenId } from '../report/tracking-id.ts'
import { can } from '../secrecy/can.ts'
import type { Deps } from '../secrecy/deps.ts'
import { secrecyFacts, switchesOf } from '../secrecy/facts.ts'
import { settleAccused } from '../secrecy/name-accused.ts'
import { link } from '../ui/locale.ts'
import { accusedOf } from './accused.ts'
import { AccusedPage, type AccusedPageProps } from './accused-page.tsx'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { readSettling } from './read-settling.ts'
import { readShortForm } from './read-short-form.ts'

/** The desk, or whoever stands in for it, settles whom a report accuses. To whoever may not it does not exist. */
export function accusedRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/laporan/:id/terlapor', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      return show(deps, c, duty, { isDone: Boolean(c.req.query('sudah')) })
    })
    .post('/kelola/laporan/:id/terlapor', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const values = await readShortForm(c)
      const { directory } = duty.setting
      const read = await as(deps.db, duty.actor, async (tx) => {
        const report = await settleable(tx, duty, c.req.param('id'))
        if (!report) return undefined
        const accused = await accusedOf(tx, deps.keys.keeper, report.id)
        const settling = await readSettling(tx, directory, accused, values, duty.t)
        if (settling.kind !== 'settled') return settling
        return (await settleAccused(tx, duty.actor, report.id, settling.position, settling.settled, duty.setting))
          ? settling
          : undefined
      })
      if (!read) return c.notFound()
      if (read.kind === 'choose') return show(deps, c, duty, { values, people: read.people, namesakes: read.namesakes })
      if (read.kind === 'wrong') return show(deps, c, duty, { values, errors: { [read.field]: read.words } }, 422)
      // Settled, it may be no more theirs: it has gone to whom it was meant for, or around them.
      const stays = await as(deps.db, duty.actor, (tx) => settleable(tx, duty, c.req.param('id')))
      const next = stays ? `/kelola/laporan/${c.req.param('id')}/terlapor?sudah=1` : '/kelola/verifikasi'
      return c.redirect(link(duty.locale, next), 303)
    })
}

type Shown = Pick<AccusedPageProps, 'values' | 'errors' | 'isDone' | 'people' | 'namesakes'>

async function show(deps: Deps, c: Context<KnownPerson>, duty: Duty, shown: Shown, status: 200 | 422 = 200) {
  const found = await as(deps.db, duty.actor, async (tx) => {
    const report = await settleable(tx, duty, c.req.param('id') ?? '')
    return report && { report, accused: await accusedOf(tx, deps.keys.keeper, report.id) }
  })
  if (!found) return c.notFound()
  c.header('cache-control', 'no-store')
  const { report, accused } = found
  const page = { duty, trackingId: report.tracking_id, accused, switches: switchesOf(report) }
  return c.html(<AccusedPage {...page} {...shown} />, status)
}

async function settleable(tx: Tx, { actor, setting }: Duty, written: string): Promise<ReportRow | undefined> {
  const report = await findByTrackingId(tx, writtenId(written))
  return report && can(actor, 'resolve_accused', 'accused', secrecyFacts(report), setting.now) ? report : undefined
}
