import { type Context, Hono } from 'hono'
import { readPostedForm } from '../platform/posted-form.ts'
import type { Actor } from '../report/actor.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporter } from '../secrecy/open-as-reporter.ts'
import { link, localeOf } from '../ui/locale.ts'
import { cleanLine } from './clean-text.ts'
import { isPublic, meantId } from './find-public.ts'
import { TrackPage, type TrackProps } from './track-page.tsx'

/** Shows a report to its reporter; the key goes along into the forms of that page, never into an address. */
export type ShowToReporter = (c: Context, actor: Actor, reportKey: string) => Response | Promise<Response>

/**
 * /lacak. An ID that is wrong, unknown, or of a report that is not public gives one answer. Errors hold nothing that differs
 * from one report to another but what was typed. `?milik={id}` asks for the key of that report instead of finding it.
 */
export function trackRoutes(deps: Deps, showToReporter: ShowToReporter) {
  return new Hono()
    .get('/lacak', async (c) => {
      const typed = cleanLine(c.req.query('id') ?? '').slice(0, 200)
      const mine = cleanLine(c.req.query('milik') ?? '').slice(0, 200)
      return typed ? find(deps, c, typed) : answer(c, mine ? { typed: mine } : {}, 200)
    })
    .post('/lacak', async (c) => {
      const form = await readPostedForm(c.req.raw)
      const value = (name: string) => (form.kind === 'form' ? cleanLine(form.values.get(name) ?? '').slice(0, 200) : '')
      const typed = value('id')
      const key = value('kunci')
      if (!typed) return answer(c, { outcome: 'empty' }, 422)
      if (!key) return find(deps, c, typed)
      const actor = await openAsReporter(deps, c, typed, key)
      return actor ? showToReporter(c, actor, key) : answer(c, { typed, outcome: 'wrong_key' }, 404)
    })
}

async function find(deps: Deps, c: Context, typed: string) {
  const id = parseTrackingId(typed)
  if (id && (await isPublic(deps.publicDb, id))) return c.redirect(link(localeOf(c), `/laporan/${id}`), 303)
  return answer(c, { typed, outcome: 'not_public', meant: await meantId(deps.publicDb, typed) }, 404)
}

function answer(c: Context, shown: Pick<TrackProps, 'typed' | 'outcome' | 'meant'>, status: 200 | 404 | 422) {
  c.header('cache-control', 'no-store')
  return c.html(<TrackPage locale={localeOf(c)} person={c.get('person')} {...shown} />, status)
}
