import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { dismissals, lookAt, type LookStep, messagesToLookAt } from '../intake/look-at.ts'
import { isId } from '../platform/uuid.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { readLookCursor, writeLookCursor } from './look-cursor.ts'
import { LookPage } from './look-page.tsx'
import { readShortForm } from './read-short-form.ts'

/** On a page. */
const most = 50
const page = 'pintu/perlu-dilihat'
const path = `/kelola/${page}`

/** As addresses say the steps. */
const nouns: Readonly<Record<string, LookStep>> = { laporan: 'file', percobaan: 'again', pelepasan: 'dismiss' }

/** /kelola/pintu/perlu-dilihat, for the national desk alone. Decided twice, the first word stands. */
export function lookRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get(path, staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, page)) return c.notFound()
      const duty = await dutyOf(deps, c)
      const after = readLookCursor(c.req.query('setelah'))
      const list = await as(deps.db, duty.actor, (tx) => messagesToLookAt(tx, deps.keys.keeper, most, after))
      c.header('cache-control', 'no-store')
      return c.html(<LookPage duty={duty} list={list} after={after} done={doneWords(duty, c.req.query('sudah'))} />)
    })
    .post(`${path}/:message/:noun{laporan|percobaan|pelepasan}`, staffOnly, (c) => step(deps, c))
}

async function step(deps: Deps, c: Context<KnownPerson>): Promise<Response> {
  const { message = '', noun = '' } = c.req.param() as Record<string, string>
  const asked = nouns[noun]
  if (!mayOpen(c.get('person').role, page) || !isId(message) || !asked) return c.notFound()
  const values = await readShortForm(c)
  const why = dismissals.find((one) => one === values.why)
  if (asked === 'dismiss' && !why) return c.notFound()
  const duty = await dutyOf(deps, c)
  const isDone = await as(deps.db, duty.actor, (tx) =>
    lookAt(tx, message, asked, asked === 'dismiss' ? (why ?? null) : null, duty.setting.now),
  )
  const after = readLookCursor(c.req.query('setelah'))
  const here = after ? `&setelah=${writeLookCursor(after)}` : ''
  return c.redirect(link(duty.locale, `${path}?sudah=${isDone ? noun : 'tiada'}${here}`), 303)
}

function doneWords({ t }: Duty, done: string | undefined): string | undefined {
  if (done === 'tiada') return t.look_done_nothing
  const step = nouns[done ?? '']
  return step && t[`look_done_${step}`]
}
