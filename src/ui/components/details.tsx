import type { Child } from 'hono/jsx'

/** Folded away until wanted. Open it when something inside needs attention. */
export function Details({ summary, open, children }: { summary: Child; open?: boolean; children: Child }) {
  return (
    <details class="details" open={open || undefined}>
      <summary>{summary}</summary>
      <div class="details-inside">{children}</div>
    </details>
  )
}
