import type { Hono } from 'hono'
import type { Thing } from './things.ts'

type App = Pick<Hono, 'routes'>

/**
 * What a route is told where it has a parameter, whatever that is called. `ids`: every report's; `things`: what the world knows
 * things by; `sampled`: the reports whose own things stand there too, because all things of all reports would take an hour;
 * `shown`: links that somebody was shown.
 */
export type Fill = {
  ids: readonly string[]
  things: readonly Thing[]
  sampled: readonly string[]
  shown: Iterable<string>
}

/** The application's own routes for this method, those for every method among them, so that one added later is among them too. */
export function routesOf(app: App, method: string): string[] {
  // What stands under a star for every method is no page: it runs before all of them.
  const own = app.routes.filter(
    (route) => route.method === method || (route.method === 'ALL' && !route.path.includes('*')),
  )
  return [...new Set(own.map(({ path }) => path))]
}

/** Every address that the application answers for this method, without what has nothing to stand in it. */
export function addressesOf(app: App, method: string, fill: Fill): string[] {
  return [...new Set(routesOf(app, method).flatMap((route) => addressesOfRoute(route, fill)))]
}

/** Which routes answered at none of these addresses. An address is answered by the first route that it fits, one under a star last. */
export function unmetOf(routes: readonly string[], answered: Iterable<string>): string[] {
  const inOrder = [...routes].sort((one, other) => Number(one.includes('*')) - Number(other.includes('*')))
  const known = inOrder.map((route) => ({ route, like: expressionOf(route) }))
  const met = new Set([...answered].map((address) => known.find(({ like }) => like.test(address))?.route))
  return routes.filter((route) => !met.has(route))
}

/** The methods that write, of which the application has a route. */
export function methodsThatWrite(app: App): string[] {
  const methods = app.routes.map(({ method }) => method)
  return [...new Set(methods)].filter((method) => !['ALL', 'GET', 'HEAD', 'OPTIONS'].includes(method))
}

/** A route as an expression for the addresses that are its. */
export function expressionOf(route: string): RegExp {
  const parts = partsOf(route).map((part) => (isFree(part) ? `(?:${patternOf(part) ?? '[^/?]+'})` : escape(part)))
  return new RegExp(`^(?:/en)?/${parts.join('/')}(?:\\?|$)`)
}

/** Every address of a route: what a pattern names, or else everything that fits. */
export function addressesOfRoute(route: string, { ids, things, sampled, shown }: Fill): string[] {
  const free = partsOf(route).filter(isFree)
  if (free.length === 0) return [route]
  const like = expressionOf(route)
  const linked = [...shown].filter((address) => like.test(address))
  const nobodys = things.filter(({ of }) => of === null).map(({ value }) => value)
  const of = (id: string) => things.filter((thing) => thing.of === id).map(({ value }) => value)
  if (free.length === 1) {
    const values = [...ids, ...sampled.flatMap(of), ...nobodys]
    return [...filled(route, () => values), ...linked]
  }
  const beside = sampled.flatMap((id) =>
    free.flatMap((_, place) => filled(route, (at) => (at === place ? [id] : besides(id)))),
  )
  return [...beside, ...linked]

  /** Beside a report's ID stand its own things, a number and an office. */
  function besides(id: string): string[] {
    const others = things.filter((thing) => thing.value === '1' || isOffice(thing)).map(({ value }) => value)
    return [...of(id).filter((value) => value !== id), ...others]
  }
}

/** With a value in the place of each parameter; words of a pattern stand for themselves. */
export function filled(route: string, valuesAt: (at: number) => readonly string[]): string[] {
  let at = -1
  const addresses = partsOf(route).reduce<string[]>(
    (before, part) => {
      const choices = isFree(part) ? choicesFor(part, valuesAt((at += 1))) : [part]
      return before.flatMap((start) => choices.map((choice) => `${start}/${choice}`))
    },
    [''],
  )
  return [...new Set(addresses)]
}

function choicesFor(part: string, values: readonly string[]): string[] {
  const pattern = patternOf(part)
  const words = pattern?.split('|') ?? []
  if (words.length > 0 && words.every((word) => /^[\w-]+$/.test(word))) return words
  const fits = new RegExp(`^(?:${pattern ?? '[^]+'})$`)
  // A report's own mark stays what it is.
  return values
    .filter((value) => value === ':id' || fits.test(value))
    .map((value) => (value === ':id' ? value : encodeURIComponent(value)))
}

/**
 * Every route that may be told of a report, `:id` in the place of each of its parameters in turn. Beside it stand a pattern's own
 * words, or else each of `parts`; before it the last of them.
 */
export function routesOfReports(app: App, method: string, parts: readonly string[]): string[] {
  const routes = routesOf(app, method).filter((route) => !route.includes('*'))
  const marked = routes.flatMap((route) =>
    partsOf(route)
      .filter(isFree)
      .flatMap((_, place) => filled(route, (at) => (at === place ? [':id'] : at > place ? parts : parts.slice(-1)))),
  )
  return [...new Set(marked)].filter((path) => path.includes(':id'))
}

/** A slash within a pattern parts nothing. */
export function partsOf(route: string): string[] {
  return route.split(/\/(?![^{]*\})/).slice(1)
}

export function isFree(part: string): boolean {
  return part.startsWith(':') || part === '*'
}

function patternOf(part: string): string | undefined {
  return /\{(.+)\}$/.exec(part)?.[1]
}

function isOffice({ kind }: Thing): boolean {
  return kind === 'publication.agency.id'
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
