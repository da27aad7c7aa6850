/** A text or number in what was parsed from JSON, at `messages.0.status`; undefined where there is none. Never throws. */
export function wordAt(body: unknown, path: string): string | undefined {
  let inside: unknown = body
  for (const name of path.split('.')) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, name)) return undefined
    inside = (inside as Record<string, unknown>)[name]
  }
  return typeof inside === 'string' ? inside : typeof inside === 'number' ? String(inside) : undefined
}
