import { groupTrackingId, spellTrackingId } from '../../report/tracking-id.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

/** The ID, large and in groups: to copy, print, read aloud. */
export function TrackingId({ locale, id }: { locale: Locale; id: string }) {
  const t = wordsIn(locale)
  return (
    <div class="tracking-id">
      <p class="label">{t.common_tracking_id}</p>
      <CodeLine words={groupTrackingId(id)} spoken={spellTrackingId(id)} locale={locale} />
    </div>
  )
}

/** The ID within a line of text. */
export function TrackingIdText({ id }: { id: string }) {
  return <span class="code">{groupTrackingId(id)}</span>
}

type KeyBoxProps = { locale: Locale; reportKey: string; children?: string }

/** The report key, once, with why it matters. It is never shown again. */
export function KeyBox({ locale, reportKey, children }: KeyBoxProps) {
  const t = wordsIn(locale)
  return (
    <div class="key-box">
      <p class="label">{t.common_key}</p>
      <CodeLine words={reportKey} locale={locale} />
      {children ? <p>{children}</p> : null}
    </div>
  )
}

/** Letters to take along. `spoken` is how a screen reader says them. The copy button comes with the island `copy-text`. */
function CodeLine({ words, spoken, locale }: { words: string; spoken?: string; locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <p class="code-line" data-island="copy-text" data-copy={t.common_copy} data-copied={t.common_copied}>
      <output class="code" aria-label={spoken}>
        {words}
      </output>
    </p>
  )
}
