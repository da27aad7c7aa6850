import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/**
 * The `count`-th working day after `start`; the start day itself is day 0, whatever day it is.
 * @param count whole working days, 0 or more; 0 gives `start` back
 */
export function addWorkingDays(start: Day, count: number, calendar: Calendar, scope: string | null): Day {
  let day = start
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, scope, calendar)) left -= 1
  }
  return day
}

/** Working days d with `after` < d ≤ `through`; 0 when `through` is not later. */
export function countWorkingDays(after: Day, through: Day, calendar: Calendar, scope: string | null): number {
  let count = 0
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) {
    if (isWorkingDay(day, scope, calendar)) count += 1
  }
  return count
}
