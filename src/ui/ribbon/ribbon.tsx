import type { Child } from 'hono/jsx'
import type { ClockKind } from '../../report/clocks/clocks.ts'
import type { RibbonModel } from '../../report/clocks/ribbon-model.ts'
import type { Locale } from '../locale.ts'
import { sentence } from '../sentence.ts'
import { wordsIn } from '../words/index.ts'
import { layoutOf } from './layout.ts'
import { OnlyDrawn } from './only-drawn.tsx'
import { ribbonDetail } from './ribbon-detail.ts'
import { WeekDrawing } from './week-drawing.tsx'

export type RibbonProps = {
  locale: Locale
  model: RibbonModel
  /** Who owes each clock's step, by name: `{ answer: 'Kota Kupang', lapse: 'Anda' }`. Others keep their general name. */
  owners?: Partial<Record<ClockKind, string>>
  /** Whose turn it is, in words, before the sentence under the drawing. */
  turn?: Child
}

/**
 * The working-day ribbon: a report's life as one line of days that wraps by weeks, as a line of text wraps.
 * Cells are the days that count, each with its number; hatching is days that do not; dots are moves.
 */
export function Ribbon({ locale, model, owners = {}, turn }: RibbonProps) {
  const t = wordsIn(locale)
  const nameOf = (clock: ClockKind) => owners[clock] ?? t[`ribbon_owner_${clock}`]
  const weeks = layoutOf(model, (span) => nameOf(span.clock), t.ribbon_flag)
  return (
    <figure class="ribbon">
      <OnlyDrawn>
        <div class="ribbon-line" role="img" aria-label={ribbonDetail(locale, model, nameOf)}>
          {weeks.map((placed) => (
            <WeekDrawing locale={locale} model={model} placed={placed} />
          ))}
        </div>
      </OnlyDrawn>
      <figcaption>
        {turn ? <strong>{turn}. </strong> : null}
        {sentence(model.text)}
      </figcaption>
    </figure>
  )
}
