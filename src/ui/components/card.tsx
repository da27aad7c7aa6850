import type { Child } from 'hono/jsx'

/** A quiet surface for things that belong together. */
export function Card({ title, children, level = 2 }: { title?: Child; children: Child; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="card">
      {title ? <Heading>{title}</Heading> : null}
      {children}
    </section>
  )
}
