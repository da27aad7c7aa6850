import { symbols } from '../../report/tracking-id.ts'
import type { Headers } from './canary-people.ts'
import type { Lookout } from './canaries.ts'
import { type App, ask, atOnce, lookAt } from './crawl.ts'
import { addressesOfRoute, type Fill, methodsThatWrite, routesOf } from './fill.ts'

/** Of the shape of a report's key, and no report's. */
export const wrongKey = symbols.slice(0, 20)

type Poster = { name: string; who(path: string): Headers; lookout: Lookout }
type Sending = { method: string; route: string; fill: Omit<Fill, 'shown'> }

/**
 * Everybody posts, puts and deletes at every route that writes, filled as when reading: an empty form, every field that any page's
 * form asks for with junk and a wrong key, and the same as JSON. What comes back goes to the lookout. Where there is no parameter to
 * hold a report's ID, each field holds it. Routes that know reports by ID (that answered any with something else than "not found")
 * are told of the sampled reports; all others also, in one form with all fields, of everything else that a world knows by a name.
 *
 * Junk forwards, merges and publishes nothing, but it may note, ask or file something: so this comes after all reading, and signing
 * out comes last.
 * @returns how many routes there are, and those that said something else than "not found"
 * @throws when a post ended the session of who posted, so that all later ones would have been nobody's
 */
export async function everybodyPosts(
  app: App,
  posters: readonly Poster[],
  fill: Omit<Fill, 'shown'>,
  fields: Iterable<string>,
): Promise<{ routes: number; told: string[] }> {
  const names = [...fields]
  const all = methodsThatWrite(app).flatMap((method) => routesOf(app, method).map((route) => ({ method, route })))
  const routes = all.filter(({ route }) => route !== '/keluar')
  const account = ({ who }: Poster) => ask(app, '/akun', who('/akun'))
  const statusesBefore = await Promise.all(posters.map(account))
  const told = new Set<string>()
  for (const things of [[], fill.things])
    for (const { method, route } of routes) {
      const known = `${method} ${route}`
      if (things.length > 0 && (told.has(known) || !route.includes(':'))) continue
      const sending = { method, route, fill: { ...fill, ids: things.length > 0 ? [] : fill.sampled, things } }
      for (const poster of posters) if (await post(app, poster, sending, names)) told.add(known)
    }
  const statusesAfter = await Promise.all(posters.map(account))
  const lost = posters.filter((_, at) => statusesBefore[at]?.status !== statusesAfter[at]?.status)
  if (lost.length > 0) throw new Error(`A post ended the session of ${lost.map(({ name }) => name).join(', ')}`)
  const leaving = { method: 'POST', route: '/keluar', fill: { ...fill, ids: [], things: [] } }
  for (const poster of posters) await post(app, poster, leaving, names)
  return { routes: routes.length, told: [...told] }
}

/** @returns whether anything but "not found" was answered */
async function post(app: App, { who, lookout }: Poster, { method, route, fill }: Sending, names: readonly string[]) {
  const addresses = addressesOfRoute(route, { ...fill, shown: [] })
  const words = addresses[0] === route ? fill.ids : [junk]
  const isShort = fill.things.length > 0
  const letters = addresses.flatMap((path, at) =>
    bodiesFor(path, names, words, at === 0)
      .slice(isShort ? 1 : 0, isShort ? 2 : undefined)
      .map((body) => ({ path, body })),
  )
  const statuses: number[] = []
  while (letters.length > 0)
    statuses.push(
      ...(await Promise.all(
        letters.splice(0, atOnce).map(async ({ path, body }) => {
          const headers = { ...who(path), ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) }
          const answer = await ask(app, path, headers, { method, body })
          await lookAt(answer, `${method} ${path}`, lookout)
          return answer.status
        }),
      )),
    )
  return statuses.some((status) => status !== 404)
}

const junk = 'asdfghjkl'

/** Programs send JSON, browsers forms; a route that reads the other has read nothing. */
function bodiesFor(
  path: string,
  names: readonly string[],
  words: readonly string[],
  isFirst: boolean,
): (URLSearchParams | string)[] {
  const filled = words.map((word) =>
    Object.fromEntries(names.map((name) => [name, /^(kunci|key)$/i.test(name) ? wrongKey : word])),
  )
  if (path.startsWith('/api/')) return ['{}', ...filled.map((fields) => JSON.stringify(fields))]
  return [new URLSearchParams(), ...filled.map((fields) => new URLSearchParams(fields)), ...(isFirst ? ['{}'] : [])]
}
