import type { Child } from 'hono/jsx'
import { type Locale, link, otherLocale } from './locale.ts'
import { navigation, type Place } from './navigation.ts'
import { wordsIn } from './words/index.ts'

type FrameLinks = { locale: Locale; path: string; current?: Place; signedIn?: SignedIn | null }

/** Who is signed in, as the frame says it; `desk` where their work is. */
export type SignedIn = { name: string; desk?: boolean }

/** The name, the main pages, the other language. `path` is without its language prefix. */
export function Masthead({ locale, path, current, signedIn }: FrameLinks) {
  const t = wordsIn(locale)
  return (
    <header class="masthead">
      <div class="masthead-top wrap">
        <a class="wordmark" href={link(locale, '/')}>
          {t.common_name}
        </a>
        <LanguageSwitch locale={locale} path={path} />
      </div>
      <nav class="wrap" aria-label={t.common_nav}>
        <ul class="nav">
          {navigation.map((place) => (
            <li>
              <a href={link(locale, place.path)} aria-current={current === place.name ? 'page' : undefined}>
                {t[place.word]}
              </a>
            </li>
          ))}
          {signedIn?.desk && (
            <li>
              <a href={link(locale, '/kelola')}>{t.common_nav_desk}</a>
            </li>
          )}
          <li class="nav-last">
            <a
              href={link(locale, signedIn ? '/akun' : '/masuk')}
              aria-current={current === 'account' ? 'page' : undefined}
            >
              {signedIn ? signedIn.name : t.common_nav_sign_in}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  )
}

/** One click to the same page in the other language. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const other = otherLocale(locale)
  return (
    <a class="language" href={link(other, path)} hreflang={other} lang={other}>
      {wordsIn(locale).common_other_language}
    </a>
  )
}

export function Footer({ locale, children }: { locale: Locale; children?: Child }) {
  const t = wordsIn(locale)
  return (
    <footer class="footer">
      <div class="wrap">
        {children}
        <p>{t.common_footer_who}</p>
        <p>
          {t.common_footer_sms} {t.common_footer_light}
        </p>
      </div>
    </footer>
  )
}
