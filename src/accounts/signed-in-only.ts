import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { link, localeOf } from '../ui/locale.ts'
import { isStaff, type Person } from './person.ts'

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

/** Back to the page that was asked for; a post leads back to nothing, for it cannot be asked for again. */
function toSignIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url)
  const onward = c.req.method === 'GET' ? `?lanjut=${encodeURIComponent(pathname + search)}` : ''
  return c.redirect(link(localeOf(c), `/masuk${onward}`), 303)
}
