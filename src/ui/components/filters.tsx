import type { Child } from 'hono/jsx'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { Button } from './button.tsx'

export type FiltersProps = {
  locale: Locale
  action: string
  /** Fields, in a grid. */
  children: Child
  /** Address without any filter; the link appears when `active`. */
  clear: string
  active?: boolean
  /** The words of the fold. Filters start folded unless one is active. */
  title: string
}

/** A list's filters as a plain form (GET), folded away until wanted. */
export function Filters({ locale, action, children, clear, active, title }: FiltersProps) {
  const t = wordsIn(locale)
  return (
    <details class="filters" open={active || undefined}>
      <summary>{title}</summary>
      <form method="get" action={action}>
        <div class="filter-grid">{children}</div>
        <div class="actions">
          <Button>{t.common_filter}</Button>
          {active ? <a href={clear}>{t.common_filter_clear}</a> : null}
        </div>
      </form>
    </details>
  )
}

export type FilterLink = { href: string; words: string; count?: string; current?: boolean }

/** One-click filters in a row. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav class="filter-links" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'true' : undefined}>
              {link.words}
              {link.count ? <span class="count"> {link.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
