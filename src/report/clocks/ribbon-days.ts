import { type Calendar, holidayNames, isWeekend } from './calendar.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { addDays, type Day, daysBetween, laterDay } from './day.ts'

/**
 * One tick of the ribbon. `name`: of the holiday or closure. `leftOut`: quiet calendar days folded away just before it,
 * `leftOutWorking` of them working days.
 */
export type RibbonDay = {
  day: Day
  kind: 'working' | 'weekend' | 'holiday'
  name: string | null
  today: boolean
  leftOut: number
  leftOutWorking: number
}

/** No ribbon draws more days than this, folds apart: its beginning is then left out. */
const mostDays = 200
/** Nothing older than this is looked at, so that a wrong year costs nothing. */
const oldest = 3_700
/** A ribbon of more days than this folds its quiet stretches. */
const maxDays = 45
/** Days kept on each side of a day on which something is drawn. */
const margin = 2
/** Fewer quiet days than this are drawn: a fold would take as much room. */
const minFold = 5

/** The days from the first to the last of `marks`, each with its kind; long quiet stretches folded away, the latest `mostDays` kept. */
export function ribbonDays(
  marks: readonly Day[],
  clocks: readonly Clock[],
  calendar: Calendar,
  today: Day,
): RibbonDay[] {
  const last = marks.reduce(laterDay, marks[0] ?? today)
  const earliest = marks.reduce((a, b) => (a < b ? a : b), last)
  const first = laterDay(earliest, addDays(last, -oldest))
  const near = daysBetween(first, last) < maxDays ? null : neighbourhood(marks)
  const days: RibbonDay[] = []
  let leftOut = 0
  let leftOutWorking = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const kind = kindOf(day, scopeOn(day, clocks), calendar)
    if (near && !near.has(day)) {
      leftOut += 1
      if (kind.kind === 'working') leftOutWorking += 1
      continue
    }
    days.push({ day, ...kind, today: day === today, leftOut, leftOutWorking })
    leftOut = 0
    leftOutWorking = 0
  }
  if (first === earliest && days.length <= mostDays) return days
  return days.slice(-mostDays).map((day, index) => (index === 0 ? { ...day, leftOut: 0, leftOutWorking: 0 } : day))
}

/** A holiday keeps its name on a weekend too. */
function kindOf(day: Day, scope: string | null, calendar: Calendar): Pick<RibbonDay, 'kind' | 'name'> {
  const name = holidayNames(day, scope, calendar).join(' / ') || null
  if (name) return { kind: 'holiday', name }
  return { kind: isWeekend(day) ? 'weekend' : 'working', name }
}

/** Whose closures count on a day: those of the clock that ran, else of the latest clock. */
function scopeOn(day: Day, clocks: readonly Clock[]): string | null {
  const spans = clocks.flatMap((clock) => clock.spans)
  const running = spans.findLast((span) => span.from <= day && (span.to === null || day <= span.to))
  const latest = clocks.at(-1)
  return (running ?? (latest ? lastSpan(latest) : null))?.scope ?? null
}

function neighbourhood(marks: readonly Day[]): Set<Day> {
  const near = new Set<Day>()
  const ordered = [...new Set(marks)].sort()
  for (const [index, mark] of ordered.entries()) {
    const next = ordered[index + 1]
    const quiet = next ? daysBetween(mark, next) - 1 - 2 * margin : 0
    const through = quiet < minFold && next ? daysBetween(mark, next) : margin
    for (let n = -margin; n <= through; n += 1) near.add(addDays(mark, n))
  }
  return near
}
