import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Notice } from '../ui/components/index.ts'
import { localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { AccountDeps } from './account-deps.ts'
import { AccountFrame } from './account-page.tsx'

type GuardDeps = Pick<AccountDeps, 'config'>

/**
 * Posts that a cookie vouches for must come from our own pages (`csrf`): another site can make a browser send its cookie.
 * Whoever shows a key or a token needs no guarding. Text browsers send neither Origin nor Sec-Fetch-Site, so their Referer counts;
 * a browser that another site could misuse always sends Origin with a post.
 */
export function guardCookiePosts(deps: GuardDeps) {
  const passes = originCheck(deps)
  return createMiddleware(async (c, next) => {
    const unasked = c.get('knownBy') === 'cookie'
    const ours = !unasked || (saysNothing(c) && isOurs(deps, c, c.req.header('referer'))) || (await passes(c))
    return ours ? next() : c.html(<ForeignPage c={c} />, 403)
  })
}

/** Nor may another site sign a visitor in as somebody else: a post that says where it comes from must come from us. */
export function guardSignIn(deps: GuardDeps) {
  const passes = originCheck(deps)
  return createMiddleware(async (c, next) =>
    saysNothing(c) || (await passes(c)) ? next() : c.html(<ForeignPage c={c} />, 403),
  )
}

function originCheck(deps: GuardDeps): (c: Context) => Promise<boolean> {
  const check = csrf({ origin: (origin, c) => isOurs(deps, c, origin) })
  return async (c) => {
    try {
      await check(c, async () => {})
      return true
    } catch (refused) {
      if (refused instanceof HTTPException) return false
      throw refused
    }
  }
}

function saysNothing(c: Context): boolean {
  return c.req.header('origin') === undefined && c.req.header('sec-fetch-site') === undefined
}

/** An address under LAPOR_BASE_URL, or under the name by which this request reached us. */
function isOurs({ config }: GuardDeps, c: Context, address: string | undefined): boolean {
  const origin = address && URL.parse(address)?.origin
  return origin !== undefined && [config.baseUrl, c.req.url].some((own) => URL.parse(own)?.origin === origin)
}

function ForeignPage({ c }: { c: Context }) {
  const t = wordsIn(localeOf(c))
  return (
    <AccountFrame c={c} title={t.account_foreign}>
      <Notice tone="warning" title={t.account_foreign}>
        <p>{t.account_foreign_text}</p>
      </Notice>
    </AccountFrame>
  )
}
