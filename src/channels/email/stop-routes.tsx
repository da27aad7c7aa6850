import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { readMailToken } from '../../notifications/mail-token.ts'
import { readPostedForm } from '../../platform/posted-form.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { Button } from '../../ui/components/index.ts'
import { Page } from '../../ui/frame.tsx'
import { link, localeOf } from '../../ui/locale.ts'
import { wordsIn } from '../../ui/words/index.ts'

/**
 * /berhenti/{token}: whoever has a letter ends the news of its report, or begins them again. A mail program posts without asking
 * (RFC 8058) and needs no cookie; opening the page changes nothing, for programs open links by themselves.
 */
export function stopRoutes(deps: Deps) {
  const letterOf = (c: Context) => readMailToken(deps.keys.indexSecret, c.req.param('token') ?? '')
  return new Hono()
    .get('/berhenti/:token', async (c) => {
      const letter = letterOf(c)
      const news = letter && (await newsOf(deps, letter))
      return news ? show(c, news) : c.notFound()
    })
    .post('/berhenti/:token', async (c) => {
      const letter = letterOf(c)
      if (!letter) return c.notFound()
      const form = await readPostedForm(c.req.raw)
      const on = form.kind === 'form' && form.values.get('kabar') === 'ya'
      const { rows } = await sql<{ found: boolean }>`
        select identity.set_mail_news(${letter}, ${on}, ${deps.now()}) as found`.execute(deps.db)
      return rows[0]?.found ? show(c, on ? 'on' : 'off') : c.notFound()
    })
}

type News = 'on' | 'off'

async function newsOf({ db }: Deps, letter: string): Promise<News | undefined> {
  const { rows } = await sql<{ news: News | null }>`select identity.mail_news(${letter}) as news`.execute(db)
  return rows[0]?.news ?? undefined
}

function show(c: Context, news: News) {
  c.header('cache-control', 'no-store')
  return c.html(<StopPage c={c} news={news} />)
}

/** Says nothing of the report: whoever has the mailbox open may read it. */
function StopPage({ c, news }: { c: Context; news: News }) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  const path = `/berhenti/${c.req.param('token')}`
  return (
    <Page locale={locale} title={t.mail_stop_title} path={path} indexed={false}>
      <h1>{t.mail_stop_title}</h1>
      <p>{news === 'on' ? t.mail_stop_on : t.mail_stop_off}</p>
      <form method="post" action={link(locale, path)}>
        <input type="hidden" name="kabar" value={news === 'on' ? 'tidak' : 'ya'} />
        <Button>{news === 'on' ? t.mail_stop_do : t.mail_stop_undo}</Button>
      </form>
    </Page>
  )
}
