import { type Context, Hono } from 'hono'
import { readPostedForm } from '../platform/posted-form.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { accountNewsRoutes } from './account-news-routes.tsx'
import { type Done, type FormErrors, type Ready, actions, type Values } from './actions.ts'
import { AskAgain } from './ask-again.tsx'
import { ledgerRoutes } from './ledger-routes.tsx'
import { MyReportPage } from './my-report-page.tsx'
import { readMyReport } from './read-my-report.ts'

type Shown = {
  reportKey?: string
  notice?: { tone: 'good' | 'warning'; words: string }
  errors?: FormErrors
  values?: Values
}

/**
 * The reporter's own view and the posts to it. Whoever came by key gets the page as the answer to the post, so that the
 * key is never in an address; whoever is signed in is sent to /laporan/{id}/saya.
 */
export function myReportRoutes(deps: Deps) {
  const app = new Hono()
  app.get('/laporan/:id/saya', async (c) => {
    const actor = await openAsReporter(deps, c, c.req.param('id'))
    if (!actor) return c.notFound()
    const done = c.req.query('kabar') as Done | undefined
    const sentence = done && wordsIn(localeOf(c))[`mine_done_${done}`]
    return showMyReport(deps, c, actor, sentence ? { notice: { tone: 'good', words: sentence } } : {})
  })
  for (const [name, prepare] of Object.entries(actions)) {
    app.post(`/laporan/:id/${name}`, async (c) => {
      const form = await readPostedForm(c.req.raw)
      const values: Values = form.kind === 'form' ? form.values : new Map()
      const reportKey = values.get('kunci')
      const actor = await openAsReporter(deps, c, c.req.param('id'), reportKey)
      if (!actor) return c.notFound()
      return take(deps, c, actor, prepare(values, wordsIn(localeOf(c))), { values, reportKey })
    })
  }
  return app.route('/', accountNewsRoutes(deps)).route('/', ledgerRoutes(deps))
}

async function take(
  deps: Deps,
  c: Context,
  actor: Actor,
  ready: Ready,
  { values, reportKey }: { values: Values; reportKey?: string },
) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  if (ready.kind === 'wrong') return showMyReport(deps, c, actor, { reportKey, errors: ready.errors, values }, 422)
  if (ready.kind === 'ask') {
    c.header('cache-control', 'no-store')
    return c.html(
      <AskAgain
        locale={locale}
        question={ready.question}
        path={c.req.path}
        values={values}
        byKey={reportKey !== undefined}
      />,
    )
  }
  try {
    const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
    const reportId = actor.reportId ?? ''
    const done = await as(deps.db, actor, (tx) => ready.work(tx, actor, reportId, setting))
    if (!reportKey) return c.redirect(link(locale, `/laporan/${c.req.param('id')}/saya?kabar=${done}`), 303)
    return showMyReport(deps, c, actor, { reportKey, notice: { tone: 'good', words: t[`mine_done_${done}`] } })
  } catch (error) {
    if (!(error instanceof MoveRefused)) throw error
    const words = error.reason === 'changed' ? t.mine_changed : t.mine_refused
    return showMyReport(deps, c, actor, { reportKey, values, notice: { tone: 'warning', words } }, 409)
  }
}

/** The private view as a response; also the answer to /lacak with ID and key. */
export async function showMyReport(deps: Deps, c: Context, actor: Actor, shown: Shown, status: 200 | 409 | 422 = 200) {
  try {
    const mine = await as(deps.db, actor, (tx) => readMyReport(tx, deps, actor.reportId ?? ''))
    const [directory, rules] = await Promise.all([deps.directory(), deps.rules()])
    c.header('cache-control', 'no-store')
    return c.html(
      <MyReportPage locale={localeOf(c)} mine={mine} directory={directory} rules={rules} now={deps.now()} {...shown} />,
      status,
    )
  } catch (error) {
    if (error instanceof ReportNotFound) return c.notFound()
    throw error
  }
}
