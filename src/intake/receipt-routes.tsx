import { Hono } from 'hono'
import { actorOf, isStaff, type Person } from '../accounts/person.ts'
import type { ReportRow } from '../report/move.ts'
import { isAccused } from '../secrecy/accused.ts'
import type { Deps } from '../secrecy/deps.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { localeOf } from '../ui/locale.ts'
import { readFormKey } from './form-key.ts'
import { readReceipt } from './receipt.ts'
import { ReceiptGonePage, ReceiptPage } from './receipt-page.tsx'

/** /lapor/tanda-terima/{nonce}: the nonce is the form's own key. Never cached, never indexed, readable for a day. */
export function receiptRoutes(deps: Deps) {
  return new Hono().get('/lapor/tanda-terima/:nonce', async (c) => {
    const locale = localeOf(c)
    const now = deps.now()
    const formKey = readFormKey(deps.keys.reportSecret, c.req.param('nonce'))
    const receipt = formKey && (await readReceipt({ db: deps.db, reportSecret: deps.keys.reportSecret }, formKey, now))
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    if (!formKey || !receipt || !mayHave(receipt.report, c.get('person')))
      return c.html(<ReceiptGonePage locale={locale} />, 404)
    const rules = await deps.rules()
    return c.html(<ReceiptPage locale={locale} receipt={receipt} formKey={formKey} rules={rules} now={now} />)
  })
}

/** What an office filed for a visitor is for whoever works there, unless the report has come to accuse them. */
function mayHave(report: ReportRow, person: Person | undefined): boolean {
  if (report.channel !== 'walk_in') return true
  return person !== undefined && isStaff(person) && !isAccused(actorOf(person), secrecyFacts(report).accused)
}
