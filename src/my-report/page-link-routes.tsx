import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { hashOfLink } from '../notifications/page-link.ts'
import type { Deps } from '../secrecy/deps.ts'
import { deriveReportKey, hashReportKey } from '../secrecy/report-key.ts'
import { Button } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { showMyReport } from './routes.tsx'

/**
 * /b/{token}: the link that an SMS brings to whoever asks after a report that hides something. Looking at it changes nothing and tells
 * nothing, for programs open links by themselves; the button opens the report, once, with a key that is lent for two hours.
 */
export function pageLinkRoutes(deps: Deps) {
  return new Hono()
    .get('/b/:token', (c) => (hashOfLink(c.req.param('token')) ? show(c, 'open') : c.notFound()))
    .post('/b/:token', async (c) => {
      const hash = hashOfLink(c.req.param('token'))
      if (!hash) return c.notFound()
      // Nobody has it but the page that it opens.
      const key = deriveReportKey(randomBytes(32), 'lent', hash.toString('hex'))
      const { rows } = await sql<{ id: string | null }>`
        select identity.open_page_link(${hash}, ${hashReportKey(key)}, ${deps.now()}) as id`.execute(deps.db)
      const reportId = rows[0]?.id
      return reportId ? showMyReport(deps, c, { role: 'reporter', reportId }, { reportKey: key }) : show(c, 'over', 404)
    })
}

function show(c: Context, what: 'open' | 'over', status: 200 | 404 = 200) {
  c.header('cache-control', 'no-store')
  return c.html(<PageLinkPage c={c} what={what} />, status)
}

/** Says nothing of the report: whoever holds the phone may look. */
function PageLinkPage({ c, what }: { c: Context; what: 'open' | 'over' }) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  const path = `/b/${c.req.param('token')}`
  return (
    <Page locale={locale} title={t.page_link_title} path="/lacak" indexed={false}>
      <h1>{t.page_link_title}</h1>
      <p>{what === 'open' ? t.page_link_open : t.page_link_over}</p>
      {what === 'open' ? (
        <form method="post" action={link(locale, path)}>
          <Button tone="main">{t.page_link_button}</Button>
        </form>
      ) : null}
    </Page>
  )
}
