import { type Context, Hono } from 'hono'
import { makeOpaque } from '../accounts/opaque.ts'
import { readPostedForm } from '../platform/posted-form.ts'
import { as } from '../report/as.ts'
import { MoveRefused } from '../report/refusals.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { askedErasure, askErasure, erasable, keyAfterErasure } from '../secrecy/ask-erasure.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { groupReportKey } from '../secrecy/report-key.ts'
import { Confirm, Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { showMyReport } from './routes.tsx'

/** POST /laporan/{id}/penghapusan: the reporter has their traces erased, after being asked once more. */
export function eraseRoutes(deps: Deps) {
  return new Hono().post('/laporan/:id/penghapusan', async (c) => {
    const form = await readPostedForm(c.req.raw)
    const values: ReadonlyMap<string, string> = form.kind === 'form' ? form.values : new Map()
    const reportKey = values.get('kunci')
    const actor = await openAsReporter(deps, c, c.req.param('id'), reportKey)
    const what = erasable.find((name) => name === values.get('hapus'))
    const key = values.get('yakin') ? keyOfForm(deps, c, values) : undefined
    const before = actor ? undefined : await askedBefore(deps, c, key)
    if (!what || !(actor ?? before)) return c.notFound()
    c.header('cache-control', 'no-store')
    if (!actor) return c.html(<ErasedPage c={c} newKey={before?.key} />)
    if (!values.get('yakin')) return c.html(<AskPage c={c} what={what} values={values} />)
    try {
      const asked = await as(deps.db, actor, (tx) => askErasure(tx, actor, actor.reportId ?? '', what, deps.now(), key))
      return c.html(<ErasedPage c={c} newKey={asked.key} />)
    } catch (error) {
      if (!(error instanceof MoveRefused)) throw error
      const notice = { tone: 'warning', words: wordsIn(localeOf(c)).mine_refused } as const
      return showMyReport(deps, c, actor, { reportKey, notice }, 409)
    }
  })
}

/** The key that the confirmed form brings: the same when it is sent again by whoever sent it first. */
function keyOfForm({ keys }: Deps, c: Context, values: ReadonlyMap<string, string>): string | undefined {
  const once = values.get('sekali')
  const by = c.get('person')?.accountId ?? values.get('kunci')
  const trackingId = parseTrackingId(c.req.param('id') ?? '')
  return once && by && trackingId ? keyAfterErasure(keys.reportSecret, { by, once }, trackingId) : undefined
}

async function askedBefore({ db, now }: Deps, c: Context, key: string | undefined) {
  const trackingId = parseTrackingId(c.req.param('id') ?? '')
  return key && trackingId ? askedErasure(db, trackingId, key, now()) : undefined
}

function AskPage({ c, what, values }: { c: Context; what: 'identity' | 'all'; values: ReadonlyMap<string, string> }) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  const id = parseTrackingId(c.req.param('id') ?? '') ?? ''
  return (
    <Page locale={locale} title={t.mine_title} path="/lacak" indexed={false}>
      <Confirm
        locale={locale}
        question={t.erase_question}
        action={link(locale, `/laporan/${id}/penghapusan`)}
        verb={t.erase_sure}
        fields={{ ...Object.fromEntries(values), yakin: '1', sekali: makeOpaque() }}
        cancel={link(locale, values.has('kunci') ? `/lacak?id=${id}` : `/laporan/${id}/saya`)}
        danger
      >
        <p>{what === 'all' ? t.erase_all_hint : t.erase_identity_hint}</p>
      </Confirm>
    </Page>
  )
}

function ErasedPage({ c, newKey }: { c: Context; newKey: string | undefined }) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.erase_done} path="/lacak" indexed={false}>
      <h1>{t.erase_done}</h1>
      <p>{t.erase_done_text}</p>
      {newKey ? (
        <Notice tone="warning">
          <p>{t.erase_new_key}</p>
          <p class="code">{groupReportKey(newKey)}</p>
        </Notice>
      ) : null}
    </Page>
  )
}
