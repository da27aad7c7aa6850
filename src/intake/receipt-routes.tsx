import { Hono } from 'hono'
import type { Deps } from '../secrecy/deps.ts'
import { localeOf } from '../ui/locale.ts'
import { checkerOf } from './checker.ts'
import { readFormKey } from './form-key.ts'
import { readReceipt } from './receipt.ts'
import { ReceiptGonePage, ReceiptPage } from './receipt-page.tsx'

/** /lapor/tanda-terima/{nonce}: the nonce is the form's own key. Never cached, never indexed, readable for a day. */
export function receiptRoutes(deps: Deps) {
  return new Hono().get('/lapor/tanda-terima/:nonce', async (c) => {
    const locale = localeOf(c)
    const now = deps.now()
    const formKey = readFormKey(deps.keys.reportSecret, c.req.param('nonce'))
    const from = { db: deps.db, reportSecret: deps.keys.reportSecret }
    const receipt = formKey && (await readReceipt(from, formKey, now, c.get('person')))
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    if (!formKey || !receipt) return c.html(<ReceiptGonePage locale={locale} />, 404)
    const rules = await deps.rules()
    const checker = checkerOf(locale, await deps.directory(), receipt.report)
    return c.html(<ReceiptPage {...{ locale, receipt, formKey, checker, rules, now }} />)
  })
}
