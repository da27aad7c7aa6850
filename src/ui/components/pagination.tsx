import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

/** Cursor pages: forwards, and back to the start. Addresses are complete, filters included. */
export function Pagination({ locale, first, next }: { locale: Locale; first?: string; next?: string }) {
  const t = wordsIn(locale)
  if (!first && !next) return null
  return (
    <nav class="pagination" aria-label={t.common_pages}>
      {first ? (
        <a class="button plain" href={first}>
          {t.common_first_page}
        </a>
      ) : null}
      {next ? (
        <a class="button plain" href={next} rel="next">
          {t.common_next_page}
        </a>
      ) : null}
    </nav>
  )
}
