import { type Context, Hono } from 'hono'
import { readPostedForm } from '../platform/posted-form.ts'
import { as } from '../report/as.ts'
import { owingOffice } from '../agencies/setting.ts'
import type { Deps } from '../secrecy/deps.ts'
import { readEmbargoes } from '../secrecy/embargo.ts'
import { readLedger } from '../secrecy/ledger.ts'
import { readRestores } from '../secrecy/restores.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { localeOf } from '../ui/locale.ts'
import { LedgerPage } from './ledger-page.tsx'

/** /laporan/{id}/pembukaan: the ledger, for the report's own reporter: by account with GET, by key with POST. */
export function ledgerRoutes(deps: Deps) {
  return new Hono()
    .get('/laporan/:id/pembukaan', (c) => showLedger(deps, c))
    .post('/laporan/:id/pembukaan', async (c) => {
      const form = await readPostedForm(c.req.raw)
      return showLedger(deps, c, form.kind === 'form' ? form.values.get('kunci') : undefined)
    })
}

async function showLedger(deps: Deps, c: Context, reportKey?: string) {
  const actor = await openAsReporter(deps, c, c.req.param('id') ?? '', reportKey)
  if (!actor) return c.notFound()
  const found = await as(deps.db, actor, async (tx) => {
    const report = await tx
      .selectFrom('casework.report')
      .select(['id', 'tracking_id', 'agency_id', 'unit_id', 'filed_at'])
      .where('id', '=', actor.reportId ?? '')
      .executeTakeFirst()
    if (!report) return undefined
    return {
      report,
      lines: await readLedger(tx, deps.keys.keeper, report.id),
      embargoes: await readEmbargoes(tx, deps.keys.keeper, report.id),
      restores: await readRestores(tx, report.filed_at),
    }
  })
  if (!found) return c.notFound()
  const directory = await deps.directory()
  const { report, lines, embargoes, restores } = found
  c.header('cache-control', 'no-store')
  return c.html(
    <LedgerPage
      locale={localeOf(c)}
      trackingId={report.tracking_id}
      lines={lines}
      embargoes={embargoes}
      restores={restores}
      directory={directory}
      zone={owingOffice(directory, report).zone}
      now={deps.now()}
      reportKey={reportKey}
    />,
  )
}
