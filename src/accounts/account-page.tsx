import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { signedInAs } from './person.ts'

/** The frame of this room's pages: never indexed, never kept by a browser or a proxy. */
export function AccountFrame({ c, title, children }: { c: Context; title: string; children: Child }) {
  const locale = localeOf(c)
  c.header('cache-control', 'no-store')
  const { search } = new URL(c.req.url)
  return (
    <Page
      locale={locale}
      title={title}
      path={c.req.path + search}
      current="account"
      signedIn={signedInAs(c.get('person'), locale)}
      indexed={false}
    >
      {children}
    </Page>
  )
}

/** Too many attempts: the same page, when to come back, and the header that says it to programs. */
export function WaitNotice({ c, seconds }: { c: Context; seconds: number }) {
  const t = wordsIn(localeOf(c))
  c.header('retry-after', String(seconds))
  return (
    <Notice tone="warning" title={t.common_too_many_heading} announce>
      <p>{t.common_too_many_text(seconds)}</p>
    </Notice>
  )
}
