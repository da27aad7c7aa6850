import { type Context, Hono } from 'hono'
import { AccountFrame } from '../accounts/account-page.tsx'
import { actorOf, isStaff, type Person } from '../accounts/person.ts'
import { signedInOnly } from '../accounts/signed-in-only.ts'
import { chooseDigest, wantsDigest } from '../notifications/digest/choose-digest.ts'
import { accountNews, chooseAccountNews, type News, newsChoices } from '../notifications/news.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { Breadcrumb, Button, Notice, RadioCards } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** /akun/pemberitahuan: what a person hears of their own reports, and an officer of their work: at once or once a day. */
export function accountNewsRoutes(deps: Deps) {
  return new Hono()
    .get('/akun/pemberitahuan', signedInOnly, async (c) => {
      const chosen = await as(deps.db, actorOf(c.var.person), async (tx) => ({
        news: await accountNews(tx),
        digest: await wantsDigest(tx),
      }))
      const { person } = c.var
      return c.html(<NewsPage c={c} person={person} {...chosen} isSaved={c.req.query('selesai') === '1'} />)
    })
    .post('/akun/pemberitahuan', signedInOnly, async (c) => {
      const form = await readPostedForm(c.req.raw)
      const values: ReadonlyMap<string, string> = form.kind === 'form' ? form.values : new Map()
      const news = newsChoices.find((choice) => choice === values.get('kabar'))
      const letters = values.get('surel')
      await as(deps.db, actorOf(c.var.person), async (tx) => {
        if (news) await chooseAccountNews(tx, news)
        if (letters === 'segera' || letters === 'ringkasan') await chooseDigest(tx, letters === 'ringkasan')
      })
      return c.redirect(link(localeOf(c), '/akun/pemberitahuan?selesai=1'), 303)
    })
}

type Props = { c: Context; person: Person; news: News; digest: boolean; isSaved: boolean }

function NewsPage({ c, person, news, digest, isSaved }: Props) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.news_page}>
      {isSaved ? <Notice tone="good" title={t.mine_done_news} announce /> : null}
      <Breadcrumb locale={locale} links={[{ href: link(locale, '/akun'), words: t.account_mine }]} />
      <h1>{t.news_page}</h1>
      <form method="post" action={link(locale, '/akun/pemberitahuan')}>
        {isStaff(person) && person.role !== 'operator' ? (
          <RadioCards
            name="surel"
            legend={t.news_of_work}
            choices={[
              { value: 'segera', title: t.news_at_once, text: t.news_at_once_text },
              { value: 'ringkasan', title: t.news_digest, text: t.news_digest_text },
            ]}
            value={digest ? 'ringkasan' : 'segera'}
          />
        ) : null}
        <RadioCards
          name="kabar"
          legend={t.news_of_mine}
          hint={t.news_of_mine_hint}
          choices={newsChoices.map((value) => ({ value, title: t[`news_${value}`], text: t[`news_${value}_text`] }))}
          value={news}
        />
        <Button tone="main">{t.news_button}</Button>
      </form>
    </AccountFrame>
  )
}
