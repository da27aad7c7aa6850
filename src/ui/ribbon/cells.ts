import type { ClockKind } from '../../report/clocks/clocks.ts'
import type { RibbonDay, RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import type { Column, Week } from './weeks.ts'

/** `past` has gone by (today included), `ahead` is still to come, `over` came after the deadline. */
export type CellState = 'past' | 'ahead' | 'over'

/** One day that a clock counts: its n-th. */
export type Cell = { column: Column; clock: ClockKind; n: number; state: CellState }

/** The days of `span` in a week that count: working days after its day 0. The window of reopening counts none. */
export function cellsOf(span: RibbonSpan, days: readonly RibbonDay[], week: Week): Cell[] {
  const today = days.find((day) => day.today)?.day
  return week.columns
    .filter((column) => isCounted(span, column))
    .map((column) => ({
      column,
      clock: span.clock,
      n: span.before + countThrough(span, column, days),
      state:
        span.overdue && column.day > span.due ? 'over' : span.open && today && column.day > today ? 'ahead' : 'past',
    }))
}

function isCounted(span: RibbonSpan, day: RibbonDay): boolean {
  return day.day > span.from && day.day <= span.to && day.kind === 'working' && span.clock !== 'reopen'
}

/** Counted days up to a column, those inside folds too. A fold lies wholly inside or outside a span. */
function countThrough(span: RibbonSpan, column: Column, days: readonly RibbonDay[]): number {
  return days
    .filter((day) => day.day > span.from && day.day <= column.day)
    .reduce((sum, day) => sum + day.leftOutWorking + (isCounted(span, day) ? 1 : 0), 0)
}
