import { count, percent, wholePercents } from '../format.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

export type ThreeNumbersProps = {
  locale: Locale
  finished: number
  inProcess: number
  unhandled: number
  /** What is counted, e.g. "Dari 1.389.891 laporan terbuka". */
  caption?: string
}

/** Finished / in process / not yet handled as one bar with its labels, and the figures as a table behind. */
export function ThreeNumbers({ locale, finished, inProcess, unhandled, caption }: ThreeNumbersProps) {
  const t = wordsIn(locale)
  const total = finished + inProcess + unhandled
  const parts = [
    { name: 'finished', words: t.report_finished, n: finished },
    { name: 'in-process', words: t.report_in_process, n: inProcess },
    { name: 'unhandled', words: t.report_unhandled, n: unhandled },
  ]
  const shares = wholePercents(parts.map(({ n }) => n))
  let from = 0
  return (
    <figure class="three">
      <dl>
        {parts.map((part, index) => (
          <div class={part.name}>
            <dt>{part.words}</dt>
            <dd>
              <strong>{total ? percent(locale, (shares[index] ?? 0) / 100) : '–'}</strong>{' '}
              <small>{count(locale, part.n)}</small>
            </dd>
          </div>
        ))}
      </dl>
      <svg viewBox="0 0 1000 24" width="1000" height="24" preserveAspectRatio="none" aria-hidden="true">
        <rect class="three-empty" width="1000" height="24" />
        {parts.map((part) => {
          const width = total ? Math.round((part.n / total) * 1000) : 0
          const x = from
          from += width
          return width ? <rect class={part.name} x={x} width={Math.max(width - 3, 1)} height="24" /> : null
        })}
      </svg>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}
