import type { Child } from 'hono/jsx'
import type { ReportRow } from '../report/move.ts'
import { Notice, TrackingId } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

type HandedProps = { locale: Locale; report: ReportRow /** Who has it first, and by when. */; children: Child }

/**
 * What a visitor takes home when the report is about whoever wrote it down for them: the ID, which opens nothing, and who has it first. It is told
 * as the answer to sending and at no address of its own.
 */
export function Handed({ locale, report, children }: HandedProps) {
  const t = wordsIn(locale)
  return (
    <>
      <h1>{t.filing_handed}</h1>
      <TrackingId locale={locale} id={report.tracking_id} />
      <p>{t.filing_handed_text}</p>
      {children}
      <div class="screen-only">
        <Notice tone="warning">
          <p>{t.filing_handed_locked}</p>
        </Notice>
      </div>
    </>
  )
}
