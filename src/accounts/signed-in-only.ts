import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { link, localeOf } from '../ui/locale.ts'
import { isStaff, type Person } from './person.ts'
import { sessionEnded } from './session-ended-page.tsx'

type Known = { Variables: { person: Person } }

/** Pages for whoever is signed in; others are led to /masuk and back. */
export const signedInOnly = createMiddleware<Known>(async (c, next) => {
  if (!c.get('person')) return toSignIn(c)
  await next()
})

/** Pages of the console: to a citizen they do not exist. */
export const staffOnly = createMiddleware<Known>(async (c, next) => {
  const person: Person | undefined = c.get('person')
  if (!person) return toSignIn(c)
  if (!isStaff(person)) return c.notFound()
  await next()
})

/** Back to the page that was asked for; a post cannot be asked for again, so its words are shown to be taken along. */
async function toSignIn(c: Context): Promise<Response> {
  if (c.req.method !== 'GET') return sessionEnded(c)
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(link(localeOf(c), `/masuk?lanjut=${encodeURIComponent(pathname + search)}`), 303)
}
