import type { Child } from 'hono/jsx'
import { LinkButton } from './components/button.tsx'
import { Page } from './frame.tsx'
import { type Locale, link } from './locale.ts'
import { wordsIn } from './words/index.ts'

/**
 * The one page for whatever is not there, or may not be known to be. It holds nothing of what was asked for, no number and
 * no token, so that hidden and absent give the same bytes.
 */
export function NotFoundPage({ locale, children }: { locale: Locale; children?: Child }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.common_not_found_heading} path="/" indexed={false}>
      <h1>{t.common_not_found_heading}</h1>
      {children}
      <p>{t.common_not_found_text}</p>
      <div class="actions">
        <LinkButton href={link(locale, '/lacak')}>{t.common_nav_track}</LinkButton>
        <a href={link(locale, '/')}>{t.common_home}</a>
      </div>
    </Page>
  )
}

/** Something of ours broke; the log has the rest under the same number. */
export function FailedPage({ locale, reference }: { locale: Locale; reference: string }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.common_failed_heading} path="/" indexed={false}>
      <h1>{t.common_failed_heading}</h1>
      <p>{t.common_failed_text}</p>
      <p class="code">{reference}</p>
    </Page>
  )
}
