import type { RibbonFlag } from '../../report/clocks/ribbon-model.ts'
import { widthOf } from './labels.ts'
import { fullWeek } from './measures.ts'
import type { Week } from './weeks.ts'

const cloth = 15

/** The flag's pole at `x`; cloth and word lie between `left` and `right`. `west`: the cloth flies to the left. */
export type FlagPlace = {
  week: Week
  x: number
  west: boolean
  word: { x: number; anchor: 'start' | 'end' }
  left: number
  right: number
}

/**
 * At the right edge of the last day in time, because the clock runs out at its 24:00. Its word stands to the left where
 * there is room for it, else behind the cloth; neither leaves a full week.
 */
export function flagPlace(weeks: readonly Week[], flag: RibbonFlag | null, word: string): FlagPlace | null {
  for (const week of weeks) {
    const column = week.columns.find(({ day }) => day === flag?.day)
    if (!column) continue
    const x = column.x + column.width
    const west = x + cloth > fullWeek
    const end = x - (west ? cloth + 6 : 6)
    const left = end - widthOf(word)
    if (left >= 0) return { week, x, west, word: { x: end, anchor: 'end' }, left, right: west ? x : x + cloth }
    const start = x + cloth + 5
    return { week, x, west, word: { x: start, anchor: 'start' }, left: x, right: start + widthOf(word) }
  }
  return null
}
