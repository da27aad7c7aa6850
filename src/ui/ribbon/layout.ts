import type { RibbonModel, RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import { type FlagPlace, flagPlace } from './flag-place.ts'
import { type Label, offLabels, rightOf } from './labels.ts'
import { turnLabels } from './turn-labels.ts'
import { type Week, weeksOf } from './weeks.ts'

/**
 * A week with its words. In pixels: `width` of the drawing, wider than its days where words need it; `end` of the line of
 * days, which goes on to the next week.
 */
export type PlacedWeek = {
  week: Week
  turns: readonly Label[]
  off: readonly Label[]
  flag: FlagPlace | null
  width: number
  end: number
}

/**
 * Every word of the ribbon in its place: no two lie over each other, and none leaves its week's drawing. The first week's
 * days off alone may reach out of it, over the next or the empty end of the line, never further than a full week.
 */
export function layoutOf(model: RibbonModel, nameOf: (span: RibbonSpan) => string, flagWord: string): PlacedWeek[] {
  const weeks = weeksOf(model.days)
  const flag = flagPlace(weeks, model.flag, flagWord)
  const turns = turnLabels(weeks, model.spans, nameOf, flag)
  const off = offLabels(weeks)
  return weeks.map((week, index) => {
    const own = { turns: turns.get(week) ?? [], off: off.get(week) ?? [], flag: flag?.week === week ? flag : null }
    const words = index === 0 ? own.turns : [...own.turns, ...own.off]
    const width = Math.max(week.width, own.flag?.right ?? 0, ...words.map(rightOf))
    return { week, ...own, width, end: index === weeks.length - 1 ? week.width : width }
  })
}
