import type { Move } from '../lifecycle.ts'
import type { ClockKind } from './clocks.ts'
import type { Day } from './day.ts'

/** One tick of the ribbon. `name`: of the holiday or closure. `leftOut`: quiet calendar days folded away just before it. */
export type RibbonDay = {
  day: Day
  kind: 'working' | 'weekend' | 'holiday'
  name: string | null
  today: boolean
  leftOut: number
}

/** A stretch in which a clock ran: days `from`…`to`, both drawn. `open`: still running, `to` is then its deadline or today. */
export type RibbonSpan = { clock: ClockKind; from: Day; to: Day; open: boolean; overdue: boolean }

/** The moves of one day, in order; drawn as a dot on that day. */
export type RibbonDot = { day: Day; moves: Move[] }

/** The deadline that runs now; `at` is its 24:00. */
export type RibbonFlag = { day: Day; at: Date; clock: ClockKind; overdue: boolean }

/**
 * The working-day ribbon of one report, ready to draw: every span, dot and flag lies on a day of `days`.
 * `text` is the equivalent for those who do not see it.
 */
export type RibbonModel = {
  days: RibbonDay[]
  spans: RibbonSpan[]
  dots: RibbonDot[]
  flag: RibbonFlag | null
  text: string
}
