import type { makeApp } from '../../app.tsx'
import { type Find, type Lookout, makeLookout } from './canaries.ts'
import type { Headers } from './canary-people.ts'
import { addressesOf, addressesOfRoute, type Fill, isFree, partsOf, routesOf, unmetOf } from './fill.ts'

export type App = ReturnType<typeof makeApp>

/** Lists link to endless combinations of themselves, and a country has many offices: so many of one route are enough. */
const perRoute = 6
/** Asked at once; links are followed in the same order nevertheless. */
export const atOnce = 4

/** What a reader met: every address asked, those that answered something, and the fields of the forms in the pages. */
export type Met = { seen: Set<string>; answered: Set<string>; fields: Set<string> }

/** First what each finds by following links; then everybody tries every route, filled, and everything that anybody was shown. */
export async function everybodyReads<R extends string>(
  { app, headersOf }: { app: App; headersOf(who: string, path: string): Headers },
  readers: readonly R[],
  find: Find,
  fill: Omit<Fill, 'shown'>,
) {
  const { ids } = fill
  const namesReport = (path: string) => ids.some((id) => path.includes(id))
  const roots = addressesOf(app, 'GET', { ...fill, things: [], shown: [] })
  const reading = readers.map((reader) => ({
    reader,
    who: (path: string) => headersOf(reader, path),
    lookout: makeLookout(find),
    met: nothingMet(),
  }))
  for (const one of reading) await crawl(app, roots, { ...one, ids })
  const shown = new Set(reading.flatMap(({ met }) => [...met.seen]))
  // A route that knows reports by ID is told no other things but those of reports.
  const routes = routesOf(app, 'GET')
  const unmet = unmetOf(routes, new Set(reading.flatMap(({ met }) => [...met.answered].filter(namesReport))))
  const ofReports = fill.things.filter(({ of }) => of !== null)
  const filled = new Set(
    routes.flatMap((route) => {
      const things = unmet.includes(route) || isOfMore(route) ? fill.things : ofReports
      return addressesOfRoute(route, { ...fill, things, shown: [] })
    }),
  )
  const linked = new Set(addressesOf(app, 'GET', { ids: [], things: [], sampled: [], shown }))
  for (const path of shown) if (namesReport(path)) linked.add(path)
  for (const one of reading) await crawl(app, [...filled], { ...one, ids, linked: [...linked] })
  const all = (which: keyof Met) => new Set(reading.flatMap(({ met }) => [...met[which]]))
  return { reading, addresses: shown.size, fields: all('fields'), answered: all('answered') }
}

function isOfMore(route: string): boolean {
  return partsOf(route).filter(isFree).length > 1
}

function nothingMet(): Met {
  return { seen: new Set(), answered: new Set(), fields: new Set() }
}

type Crawler = {
  who: (path: string) => Headers
  lookout: Lookout
  ids: readonly string[]
  met?: Met
  linked?: readonly string[]
}

/**
 * Reads as somebody: what they are shown, and what their pages link to. Pages, pictures, files, headers: all of it goes to the
 * lookout. `start` is read whatever there is of it; of `linked` and what pages link to, a few of each. What was `met` is not read again.
 */
export async function crawl(
  app: App,
  start: readonly string[],
  { who, lookout, ids, met = nothingMet(), linked = [] }: Crawler,
): Promise<Met> {
  const visits = new Map<string, number>()
  const queue = start.filter((path) => !met.seen.has(path) && !isElsewhere(path))
  for (const path of queue) met.seen.add(path)
  const links = [...linked]
  while (queue.length > 0 || links.length > 0) {
    while (queue.length < atOnce && links.length > 0) {
      const [path = ''] = links.splice(0, 1)
      if (met.seen.has(path) || isElsewhere(path) || isEnough(path)) continue
      met.seen.add(path)
      queue.push(path)
    }
    links.push(...(await Promise.all(queue.splice(0, atOnce).map(read))).flat())
  }
  return met

  async function read(path: string): Promise<string[]> {
    const answer = await ask(app, path, who(path))
    const bytes = await lookAt(answer, `GET ${path}`, lookout)
    const onward = answer.headers.get('location') ?? ''
    if (answer.status < 400 && !/^(\/en)?\/masuk/.test(onward)) met.answered.add(path)
    if (!/html|json/.test(answer.headers.get('content-type') ?? '')) return inSite(onward)
    const text = bytes.toString('utf8')
    for (const [, name = ''] of text.matchAll(/<(?:input|select|textarea|button)[^>]*? name="([^"]+)"/g))
      met.fields.add(name)
    return [...linksIn(text), ...inSite(onward)]
  }

  /** Pages of one report are all read once; of everything else, with their queries, a few of each. */
  function isEnough(path: string): boolean {
    const [page = '', query] = path.split('?')
    if (query === undefined && ids.some((id) => page.includes(id))) return false
    const route = page.replace(/\/[^/]*\d[^/]*/g, '/:').replace(/^(\/instansi|\/api\/v1\/agencies)\/.*/, '$1/:')
    const before = visits.get(route) ?? 0
    visits.set(route, before + 1)
    return before >= perRoute
  }
}

/** The English pages are the same routes; what is for developers stands in no production. */
function isElsewhere(path: string): boolean {
  return /^\/(en|dev)(\/|$|\?)/.test(path)
}

let asked = 0

/** Each time from an address of its own: who often offers a key that is wrong is answered slowly, and a crawler does. */
export async function ask(app: App, path: string, headers: Headers, init: RequestInit = {}): Promise<Response> {
  asked += 1
  const address = `198.18.${(asked >> 8) & 255}.${asked & 255}`
  return app.request(`http://lapor.test${path}`, { ...init, headers: { ...headers, 'x-forwarded-for': address } })
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
