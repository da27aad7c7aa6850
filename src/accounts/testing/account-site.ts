import { Hono } from 'hono'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { pathWithoutLocale } from '../../ui/locale.ts'
import type { AccountDeps } from '../account-deps.ts'
import { createAccount, findAccountId, type NewAccount } from '../create-account.ts'
import { guardCookiePosts } from '../guard-posts.tsx'
import { accountRoutes } from '../routes.tsx'
import { staffOnly } from '../signed-in-only.ts'
import { whoIsAsking } from '../who-is-asking.ts'

export const password = 'bunga kenari di Oebobo'

/** The account pages on their own, as the whole site mounts them, with a page that says who is asking. */
export function accountSite(deps: AccountDeps) {
  return new Hono({ getPath: pathWithoutLocale })
    .use(whoIsAsking(deps), guardCookiePosts(deps))
    .route('/', accountRoutes(deps))
    .get('/siapa', (c) => c.json({ person: c.get('person') ?? null, knownBy: c.get('knownBy') ?? null }))
    .get('/kelola', staffOnly, (c) => c.text('meja kerja'))
    .post('/kelola', staffOnly, (c) => c.text('diterima'))
}

export type Site = ReturnType<typeof accountSite>

/** An account of the cast; its id. */
export async function anAccount(db: TestDatabase, deps: AccountDeps, account: Partial<NewAccount> = {}) {
  const email = account.email ?? 'marta@contoh.id'
  await createAccount(db.owner, deps.keys, { email, name: 'Marta Bire', password, ...account }, deps.now())
  return (await findAccountId(db.owner, deps.keys, email)) as string
}

/** What a browser sends with a form of ours. */
export function postForm(
  site: Pick<Site, 'request'>,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return site.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://lapor.test', ...headers },
  })
}

/** The cookie that came with an answer, as a browser sends it back. */
export function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

export async function signedIn(site: Site, email = 'marta@contoh.id'): Promise<{ cookie: string }> {
  return { cookie: cookieOf(await postForm(site, '/masuk', { surel: email, sandi: password })) }
}
