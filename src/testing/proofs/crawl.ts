import type { makeApp } from '../../app.tsx'
import { type Find, type Lookout, makeLookout } from './canaries.ts'
import type { Headers } from './canary-people.ts'

type App = ReturnType<typeof makeApp>

/** Lists link to endless combinations of themselves, and a country has many offices: so many of one route are enough. */
const perRoute = 6

/** What a route is told where it has a parameter. IDs of reports come from the world, everything else from links that somebody was shown. */
export type Fill = { ids: readonly string[]; shown: Iterable<string> }

/**
 * Every address that the application answers: its own table of routes, so that one added later is among them, with every
 * report's ID in them, and with what any reader's links hold where another parameter stands.
 */
export function addressesOf(app: App, method: 'GET' | 'POST', { ids, shown }: Fill): string[] {
  const routes = app.routes.filter((route) => route.method === method && !route.path.includes('*'))
  const known = [...shown]
  const all = routes.flatMap(({ path }) => {
    if (!path.includes(':')) return [path]
    const names = path.split('/').filter((part) => part.startsWith(':'))
    if (names.length === 1 && names[0] === ':id') return ids.map((id) => path.replace(':id', id))
    const like = new RegExp(`^(?:/en)?${path.replace(/:id/, '([^/?]+)').replace(/:\w+/g, '[^/?]+')}(?:\\?|$)`)
    return known.filter((address) => like.test(address))
  })
  return [...new Set(all)]
}

/**
 * Every route that takes a report's ID, which stays `:id`. Where it has another part, a pattern's own words stand, or else each
 * of `parts`.
 */
export function routesOfReports(app: App, method: 'GET' | 'POST', parts: readonly string[]): string[] {
  const routes = app.routes.filter((route) => route.method === method && /\/:id(\/|$)/.test(route.path))
  const filled = routes.flatMap(({ path }) =>
    path
      .split('/')
      .slice(1)
      .reduce<string[]>(
        (paths, part) => {
          const [, name, pattern] = /^:(\w+)(?:\{(.+)\})?$/.exec(part) ?? []
          const words = pattern?.split('|').filter((word) => /^\w+$/.test(word)) ?? []
          const fits = (word: string) => !pattern || new RegExp(`^(?:${pattern})$`).test(word)
          const choices = !name || name === 'id' ? [part] : words.length > 0 ? words : parts.filter(fits)
          return paths.flatMap((before) => choices.map((choice) => `${before}/${choice}`))
        },
        [''],
      ),
  )
  return [...new Set(filled)]
}

/** First what each finds by following links; then everybody tries everything that anybody was shown. */
export async function everybodyReads<R extends string>(
  { app, headersOf }: { app: App; headersOf(who: string, path: string): Headers },
  readers: readonly R[],
  find: Find,
  ids: readonly string[],
) {
  const roots = addressesOf(app, 'GET', { ids, shown: [] })
  const reading = readers.map((reader) => ({
    reader,
    who: (path: string) => headersOf(reader, path),
    lookout: makeLookout(find),
    seen: new Set<string>(),
  }))
  for (const one of reading) one.seen = await crawl(app, roots, one.who, one.lookout, ids)
  const shown = new Set(reading.flatMap(({ seen }) => [...seen]))
  const ofReports = [...shown].filter((path) => ids.some((id) => path.includes(id)))
  for (const { who, lookout, seen } of reading) {
    const rest = addressesOf(app, 'GET', { ids, shown }).concat(ofReports)
    const unread = rest.filter((path) => !seen.has(path))
    await crawl(app, unread, who, lookout, ids)
  }
  return { reading, addresses: shown.size }
}

/** Reads as somebody: what they are shown, and what their pages link to. Pages, pictures, files, headers: all of it goes to the lookout. */
export async function crawl(
  app: App,
  start: readonly string[],
  who: (path: string) => Headers,
  lookout: Lookout,
  ids: readonly string[],
): Promise<Set<string>> {
  const queue = [...start]
  const visited = new Set<string>()
  const visits = new Map<string, number>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (visited.has(path) || isEnough(path)) continue
    visited.add(path)
    const answer = await app.request(`http://lapor.test${path}`, { headers: who(path) })
    const bytes = await lookAt(answer, `GET ${path}`, lookout)
    if (/html|json/.test(answer.headers.get('content-type') ?? '')) queue.push(...linksIn(bytes.toString('utf8')))
    const onward = answer.headers.get('location')
    if (onward) queue.push(...inSite(onward))
  }
  return visited

  /** Pages of one report are all read once; of everything else, with their queries, a few of each. The English pages are the same routes. */
  function isEnough(path: string): boolean {
    const [page = '', query] = path.split('?')
    if (/^\/(assets|dev)\/|^\/en(\/|$)/.test(page)) return true
    if (query === undefined && ids.some((id) => page.includes(id))) return false
    const route = page.replace(/\/[^/]*\d[^/]*/g, '/:').replace(/^(\/instansi|\/api\/v1\/agencies)\/.*/, '$1/:')
    const before = visits.get(route) ?? 0
    visits.set(route, before + 1)
    return before >= perRoute
  }
}

/** Status, headers and body, as the wire carries them. @returns the body */
export async function lookAt(answer: Response, place: string, lookout: Lookout): Promise<Buffer> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  await lookout.look([...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'), `${place} (headers)`)
  await lookout.look(bytes, `${place} ${answer.status}`)
  return bytes
}

/** Addresses of this site in a page or in JSON, whatever attribute or field holds them. */
export function linksIn(text: string): string[] {
  const found = text.matchAll(/(?:["'\s,(])((?:http:\/\/lapor\.test)?\/[^"'\s<>\\,)]*)/g)
  return [...found].flatMap(([, address = '']) => inSite(address.replaceAll('&amp;', '&')))
}

function inSite(address: string): string[] {
  const path = address.replace(/^http:\/\/lapor\.test/, '')
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('{') ? [path.replace(/#.*$/, '')] : []
}
