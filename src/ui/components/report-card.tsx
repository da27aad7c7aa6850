import type { Child } from 'hono/jsx'
import type { Stage } from '../../report/lifecycle.ts'
import type { Locale } from '../locale.ts'
import type { Manner } from '../status.ts'
import { StatusBadge } from './status-badge.tsx'

export type ReportCardProps = {
  locale: Locale
  href: string
  title: string
  stage: Stage
  manner?: Manner | null
  overdue?: boolean
  /** Office, place, age: short facts in one line. */
  facts: readonly (Child | null | undefined)[]
  /** A line or two of the text or of the answer. */
  excerpt?: string
  /** The heading's level on its page. */
  level?: 2 | 3
}

/** One report in a list: status, title, office, age. */
export function ReportCard({
  locale,
  href,
  title,
  stage,
  manner,
  overdue,
  facts,
  excerpt,
  level = 3,
}: ReportCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class="report-card">
      <StatusBadge locale={locale} stage={stage} manner={manner} overdue={overdue} />
      <Heading>
        <a href={href}>{title}</a>
      </Heading>
      {excerpt ? <p class="excerpt">{excerpt}</p> : null}
      <ul class="meta">{facts.map((fact) => (fact ? <li>{fact}</li> : null))}</ul>
    </article>
  )
}
