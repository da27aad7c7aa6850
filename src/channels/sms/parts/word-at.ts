/** What stands in what was parsed from JSON, at `messages.0.status`; undefined where there is nothing. Never throws. */
export function fieldAt(body: unknown, path: string): unknown {
  let inside: unknown = body
  for (const name of path.split('.')) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, name)) return undefined
    inside = (inside as Record<string, unknown>)[name]
  }
  return inside
}

/** The text or number there; undefined for anything else. */
export function wordAt(body: unknown, path: string): string | undefined {
  const field = fieldAt(body, path)
  return typeof field === 'string' ? field : typeof field === 'number' ? String(field) : undefined
}
