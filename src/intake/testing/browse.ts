import { makeApp } from '../../app.tsx'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { testDeps } from '../../testing/test-deps.ts'

export type Fields = Record<string, string>

/** A browser without scripts and cookies: fills in forms as they come and sends them. `headers`: who is signed in. */
export function browse(db: TestDatabase, deps: Deps = testDeps(db), headers: Record<string, string> = {}) {
  const app = makeApp(deps)
  const get = async (path: string) => app.request(`http://lapor.test${path}`, { headers })
  const post = async (path: string, fields: Fields, files: File[] = []) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    for (const file of files) body.append('foto', file)
    return app.request(`http://lapor.test${path}`, { method: 'POST', headers, body })
  }
  return {
    app,
    deps,
    get,
    post,
    /** A new form's key. */
    formKey: async () => hiddenIn(await (await get('/lapor')).text()).formulir ?? '',
    /** From the form over the check to the receipt's address. */
    async file(fields: Fields, files: File[] = []): Promise<Response> {
      const formulir = hiddenIn(await (await get('/lapor')).text()).formulir ?? ''
      const check = await post('/lapor', { formulir, ...fields, langkah: 'periksa' }, files)
      if (check.status !== 200) return check
      return post('/lapor', { ...hiddenIn(await check.text()), langkah: 'kirim' })
    },
  }
}

/** The hidden fields of a page, as a browser would send them along. */
export function hiddenIn(html: string): Fields {
  const found = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, name, value]) => [name, unescape(value ?? '')]))
}

/** The text of a page as someone reads it: tags gone, one space between words. */
export function textOf(html: string): string {
  const body = html.replace(/^[\s\S]*<main[^>]*>/, '').replace(/<\/main>[\s\S]*$/, '')
  return unescape(body.replace(/<datalist[\s\S]*?<\/datalist>/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
}

function unescape(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
