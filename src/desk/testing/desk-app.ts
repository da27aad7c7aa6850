import { Hono } from 'hono'
import type { Person } from '../../accounts/person.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Actor } from '../../report/actor.ts'
import { testDeps } from '../../testing/test-deps.ts'
import { pathWithoutLocale } from '../../ui/locale.ts'
import { deskRoutes } from '../routes.tsx'

/** Somebody's browser at the console, or a stranger's without `actor`: pages are asked for by path, forms are posted as fields. */
export function deskOf(db: TestDatabase, actor?: Actor, now?: () => Date) {
  const deps = testDeps(db, now)
  const app = new Hono({ getPath: pathWithoutLocale })
    .use(async (c, next) => {
      c.set('person', actor && personOf(actor))
      await next()
    })
    .route('/', deskRoutes(deps))
    .notFound((c) => c.text('Tidak ada apa-apa di alamat ini.', 404))
  return {
    deps,
    get: async (path: string) => app.request(path),
    page: async (path: string) => (await app.request(path)).text(),
    post: async (path: string, fields: Record<string, string>) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields) }),
    send: async (path: string, form: FormData) => app.request(path, { method: 'POST', body: form }),
    app,
  }
}

function personOf({ role, accountId = '', agencyId }: Actor): Person {
  return { role: role as Person['role'], accountId, agencyId, displayName: 'Petugas' }
}

/** Hidden fields and standing values of the form that posts to `action`, as a browser would send them again. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="[^"]*${action}"[^>]*>.*?</form>`, 's').exec(html)?.[0] ?? ''
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, unescape(value)]))
}

function unescape(text: string): string {
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
}
