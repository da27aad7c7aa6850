import type { ClockKind } from '../../report/clocks/clocks.ts'
import type { RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import type { Column, Week } from './weeks.ts'

/** The thin line of one clock through a week, over days that do not count too. */
export type Line = { clock: ClockKind; from: number; to: number; late: boolean }

/**
 * Where the line of `span` enters and leaves a week; null when it does not touch it.
 * It begins in the middle of day 0, or behind the cell that the clock before has there.
 */
export function lineOf(span: RibbonSpan, week: Week, spans: readonly RibbonSpan[]): Line | null {
  const inside = week.columns.filter((column) => column.day >= span.from && column.day <= span.to)
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) return null
  const from = first.day === span.from ? startIn(first, span, spans) : first.day === week.columns[0]?.day ? 0 : first.x
  const stops = !span.open && last.day === span.to && last.kind !== 'working'
  const to = stops ? last.middle : last.x + last.width
  return to > from ? { clock: span.clock, from, to, late: span.overdue && first.day > span.due } : null
}

function startIn(column: Column, span: RibbonSpan, spans: readonly RibbonSpan[]): number {
  const taken = spans.some((other) => other !== span && other.from < column.day && other.to === column.day)
  return taken ? column.x + column.width : column.middle
}
