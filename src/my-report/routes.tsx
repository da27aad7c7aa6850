import { type Context, Hono } from 'hono'
import { signedInAs } from '../accounts/person.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import { cleanText } from '../intake/clean-text.ts'
import { accusedSentence } from '../intake/who-sees-words.ts'
import { lookFor, PointsAtSomebody } from '../secrecy/before-publishing.ts'
import { TooManyAccused } from '../secrecy/name-accused.ts'
import type { Deps } from '../secrecy/deps.ts'
import { switchesOf } from '../secrecy/facts.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { link, type Locale, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { accountNewsRoutes } from './account-news-routes.tsx'
import { type Done, type FormErrors, NotShown, type Ready, actions } from './actions.ts'
import { AskAgain } from './ask-again.tsx'
import { LoweringPreview, showsMore } from './lowering-preview.tsx'
import { readPresses, type Values } from './presses.ts'
import { ReplyPreview } from './reply-preview.tsx'
import { ledgerRoutes } from './ledger-routes.tsx'
import { MyReportPage } from './my-report-page.tsx'
import { type MyReport, readMyReport } from './read-my-report.ts'

type Shown = {
  reportKey?: string
  done?: Done
  notice?: { tone: 'warning'; words: string }
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
    return showMyReport(deps, c, actor, { done })
  })
  for (const [name, prepare] of Object.entries(actions)) {
    app.post(`/laporan/:id/${name}`, async (c) => {
      const form = await readPostedForm(c.req.raw)
      const values: Values = form.kind === 'form' ? form.values : new Map()
      const reportKey = values.get('kunci')
      const actor = await openAsReporter(deps, c, c.req.param('id'), reportKey)
      if (!actor) return c.notFound()
      const ready = prepare(values, wordsIn(localeOf(c)))
      return take(deps, c, actor, ready, { values: readPresses(values).values, reportKey })
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
  if (ready.kind === 'change') return showMyReport(deps, c, actor, { reportKey, values })
  if (ready.kind === 'show') return showReply(deps, c, actor, values)
  if (ready.kind === 'ask') return ask(deps, c, actor, ready.question, values)
  try {
    const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
    const reportId = actor.reportId ?? ''
    const done = await as(deps.db, actor, (tx) => ready.work(tx, actor, reportId, setting))
    if (!reportKey) return c.redirect(link(locale, `/laporan/${c.req.param('id')}/saya?kabar=${done}`), 303)
    return showMyReport(deps, c, actor, { reportKey, done })
  } catch (error) {
    if (error instanceof PointsAtSomebody) return showReply(deps, c, actor, values)
    if (error instanceof NotShown) return ask(deps, c, actor, 'lower', values)
    if (error instanceof TooManyAccused)
      return showMyReport(
        deps,
        c,
        actor,
        { reportKey, values, errors: { terlapor: t.accused_mine_full(error.left) } },
        422,
      )
    if (!(error instanceof MoveRefused)) throw error
    const words = error.reason === 'changed' ? t.mine_changed : t.mine_refused
    return showMyReport(deps, c, actor, { reportKey, values, notice: { tone: 'warning', words } }, 409)
  }
}

/** Asked once more; where lowering shows the public more than it sees now, with all of that. */
async function ask(deps: Deps, c: Context, actor: Actor, question: 'withdraw' | 'lower', values: Values) {
  const [locale, path] = [localeOf(c), c.req.path]
  const id = c.req.param('id') ?? ''
  const byKey = values.has('kunci')
  c.header('cache-control', 'no-store')
  const mine = question === 'lower' ? await readMine(deps, actor) : undefined
  if (!mine || !showsMore(mine, values)) return c.html(<AskAgain {...{ locale, question, path, values, byKey }} />)
  const cancel = link(locale, byKey ? `/lacak?id=${id}` : `/laporan/${id}/saya`)
  return c.html(<LoweringPreview {...{ locale, path, values, mine, cancel }} />)
}

/** What the public would read of a reply, marked; nothing is sent. */
async function showReply(deps: Deps, c: Context, actor: Actor, values: Values) {
  const { report } = await readMine(deps, actor)
  const text = cleanText(values.get('pesan') ?? '')
  c.header('cache-control', 'no-store')
  const [locale, path] = [localeOf(c), c.req.path]
  return c.html(<ReplyPreview {...{ locale, path, text, values }} look={lookFor(report)} />)
}

function readMine(deps: Deps, actor: Actor) {
  return as(deps.db, actor, (tx) => readMyReport(tx, deps, actor.reportId ?? ''))
}

/** The private view as a response; also the answer to /lacak with ID and key. */
export async function showMyReport(deps: Deps, c: Context, actor: Actor, shown: Shown, status: 200 | 409 | 422 = 200) {
  try {
    const mine = await readMine(deps, actor)
    const [directory, rules] = await Promise.all([deps.directory(), deps.rules()])
    c.header('cache-control', 'no-store')
    const locale = localeOf(c)
    const signedIn = shown.reportKey ? null : signedInAs(c.get('person'), locale)
    const words = doneWords(locale, mine, shown.done)
    const notice = words ? ({ tone: 'good', words } as const) : undefined
    const page = { locale, mine, directory, rules, now: deps.now(), signedIn, notice, ...shown }
    return c.html(<MyReportPage {...page} />, status)
  } catch (error) {
    if (error instanceof ReportNotFound) return c.notFound()
    throw error
  }
}

/** What was done, and what follows from it; undefined for what is no such thing. */
function doneWords(locale: Locale, { report }: MyReport, done: Done | undefined): string | undefined {
  const words: string | undefined = done && wordsIn(locale)[`mine_done_${done}`]
  return done === 'accused' ? `${words} ${accusedSentence(locale, switchesOf(report))}` : words
}
