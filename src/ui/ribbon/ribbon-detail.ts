import type { ClockKind } from '../../report/clocks/clocks.ts'
import { formatRange, mergeDays } from '../../report/clocks/day-words.ts'
import { yearOf } from '../../report/clocks/day.ts'
import type { RibbonModel } from '../../report/clocks/ribbon-model.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

/** The whole drawing in words, for those who do not see it: each stretch with its owner and days, then the days off. */
export function ribbonDetail(locale: Locale, model: RibbonModel, nameOf: (clock: ClockKind) => string): string {
  const t = wordsIn(locale)
  const year = yearOf(model.days.at(-1)?.day ?? '1000-01-01')
  const stretches = model.spans.map(
    (span) =>
      `${nameOf(span.clock)} ${formatRange(span.from, span.to, locale, year)}${span.overdue ? ` (${t.ribbon_late})` : ''}`,
  )
  const named = model.days.flatMap(({ day, name }) => (name ? [{ day, label: name }] : []))
  const off = mergeDays(named).map((range) => `${formatRange(range.from, range.to, locale, year)} ${range.label}`)
  const parts = [`${t.ribbon_label}: ${model.text}`, stretches.join(', ')]
  if (off.length > 0) parts.push(`${t.ribbon_days_off}: ${off.join(', ')}`)
  return `${parts.filter(Boolean).join('. ')}.`
}
