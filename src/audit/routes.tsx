import { type Context, Hono } from 'hono'
import { signedInAs } from '../accounts/person.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import { answer } from '../publication/answer.ts'
import { as } from '../report/as.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { localeOf } from '../ui/locale.ts'
import { receiptFile } from './check-by-hand.ts'
import { pageOfHeads } from './heads.ts'
import { HeadsPage } from './heads-page.tsx'
import { readReceipt } from './read-receipt.ts'
import { checkReceipt } from './receipt.ts'
import { listSuccessions } from './succession.ts'
import { ReceiptPage } from './receipt-page.tsx'

const perPage = 30

/** The public page of the daily heads, and each reporter's receipt. */
export function auditRoutes(deps: Deps) {
  return new Hono()
    .get('/audit', async (c) => {
      const { heads, next, isFirst } = await pageOfHeads(deps.publicDb, perPage, c.req.query('sebelum'))
      const successions = await listSuccessions(deps.publicDb)
      const around = {
        locale: localeOf(c),
        baseUrl: deps.config.baseUrl,
        signedIn: signedInAs(c.get('person'), localeOf(c)),
      }
      return answer(c, <HeadsPage {...around} heads={heads} successions={successions} older={!isFirst} next={next} />)
    })
    .get('/laporan/:id/bukti', (c) => showReceipt(deps, c, {}))
    .post('/laporan/:id/bukti', async (c) => {
      const form = await readPostedForm(c.req.raw)
      const values = form.kind === 'form' ? form.values : new Map<string, string>()
      return showReceipt(deps, c, { reportKey: values.get('kunci'), download: values.has('unduh') })
    })
}

type Asked = { reportKey?: string; download?: boolean }

async function showReceipt(deps: Deps, c: Context, { reportKey, download }: Asked): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const actor = await openAsReporter(deps, c, id, reportKey)
  if (!actor?.reportId) return c.notFound()
  const reportId = actor.reportId
  const receipt = await as(deps.db, actor, (tx) => readReceipt(tx, reportId))
  c.header('cache-control', 'no-store')
  if (receipt && download)
    return c.body(receiptFile(receipt), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="bukti.json"',
    })
  const proof = receipt && { leaf: receipt.leaf, checked: checkReceipt(receipt) }
  const trackingId = parseTrackingId(id) ?? ''
  return c.html(<ReceiptPage locale={localeOf(c)} trackingId={trackingId} proof={proof} reportKey={reportKey} />)
}
