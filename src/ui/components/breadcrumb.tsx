import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

/** The way back up. The page itself is not repeated. */
export function Breadcrumb({ locale, links }: { locale: Locale; links: readonly { href: string; words: string }[] }) {
  return (
    <nav class="breadcrumb" aria-label={wordsIn(locale).common_breadcrumb}>
      <ol>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.words}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
