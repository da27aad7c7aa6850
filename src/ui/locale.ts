/** The language of a page. Indonesian is the default; English lives under /en. */
export type Locale = 'id' | 'en'

export const locales = ['id', 'en'] as const satisfies readonly Locale[]

/** The tag for `<html lang>` and for Intl. */
export const languageTag = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>

/** The address of `path` ('/lacak', query allowed) in a language: English pages live under /en. */
export function link(locale: Locale, path: string): string {
  if (locale === 'id') return path
  return path === '/' || path.startsWith('/?') || path.startsWith('/#') ? `/en${path.slice(1)}` : `/en${path}`
}

/** The path without its language, and the language: '/en/lacak' → ['en', '/lacak']. */
export function readLocale(path: string): { locale: Locale; path: string } {
  const english = /^\/en(?=\/|\?|#|$)/.exec(path)
  if (!english) return { locale: 'id', path }
  const rest = path.slice(3)
  return { locale: 'en', path: rest.startsWith('/') ? rest : `/${rest}` }
}

/** The language of the page that this request asks for. */
export function localeOf(c: { req: { url: string } }): Locale {
  return readLocale(new URL(c.req.url).pathname).locale
}

/** For `new Hono({ getPath })`: routes are written once, without the language. */
export function pathWithoutLocale(request: { url: string }): string {
  return readLocale(new URL(request.url).pathname).path
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'id' ? 'en' : 'id'
}
