import { weekday } from '../../report/clocks/day.ts'
import type { RibbonDay } from '../../report/clocks/ribbon-model.ts'
import { foldWidth, narrow, wide } from './measures.ts'

/** A day with its place in its week's drawing. */
export type Column = RibbonDay & { x: number; width: number; middle: number }

/** Days that are drawn as one piece; pieces flow and wrap like words. `fold`: quiet calendar days left out before it. */
export type Week = { columns: Column[]; width: number; fold: number }

/** Cut the line of days before every Monday and every fold. */
export function weeksOf(days: readonly RibbonDay[]): Week[] {
  const weeks: Week[] = []
  for (const day of days) {
    const last = weeks.at(-1)
    const begins = !last || day.leftOut > 0 || weekday(day.day) === 1
    const week: Week = begins ? { columns: [], width: day.leftOut > 0 ? foldWidth : 0, fold: day.leftOut } : last
    if (begins) weeks.push(week)
    // A Sunday that begins the line and is today: its date needs more room than the day.
    const width = day.kind === 'working' ? wide : begins && day.today ? 2 * narrow : narrow
    week.columns.push({ ...day, x: week.width, width, middle: week.width + width / 2 })
    week.width += width
  }
  return weeks
}
