import type { Calendar } from '../report/clocks/calendar.ts'
import { type Day, dayOf } from '../report/clocks/day.ts'
import { countWorkingDays } from '../report/clocks/working-days.ts'

const zone = 'Asia/Jakarta'

let counted = new Map<string, number>()
let countedBy: Calendar | undefined

/**
 * Working days from one instant to another, as the whole country counts them; for lists, where the office's own
 * closures do not matter. Remembered, since lists ask for the same days again and again.
 */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar): number {
  if (countedBy !== calendar || counted.size > 50_000) {
    counted = new Map()
    countedBy = calendar
  }
  const [first, last] = [dayOf(from, zone), dayOf(to, zone)]
  const known = counted.get(first + last)
  if (known !== undefined) return known
  const count = countWorkingDays(first, last, calendar, null)
  counted.set(first + last, count)
  return count
}

/** The civil day of the national desk. */
export function nationalDay(at: Date): Day {
  return dayOf(at, zone)
}
