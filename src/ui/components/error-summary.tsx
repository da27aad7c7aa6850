import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { fieldId } from './field-frame.tsx'

export type ErrorSummaryProps = {
  locale: Locale
  /** Field name → the same words as at the field. Nothing is drawn when it is empty. */
  errors: Readonly<Record<string, string | undefined>>
  heading?: string
  /** The heading takes the focus when the page opens, so that it is read first. */
  focus?: boolean
}

/** Opens a page that came back: what to fix, each line a link to its field. */
export function ErrorSummary({ locale, errors, heading, focus = true }: ErrorSummaryProps) {
  const t = wordsIn(locale)
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (wrong.length === 0) return null
  return (
    <section class="error-summary" role="alert" aria-labelledby="perbaiki">
      <h2 id="perbaiki" tabindex={-1} autofocus={focus || undefined}>
        {heading ?? t.common_errors_heading}
      </h2>
      <p>{t.common_errors_intro}</p>
      <ul>
        {wrong.map(([name, reason]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{reason}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
