import { type Calendar, isWorkingDay } from '../../src/report/clocks/calendar.ts'
import { addDays, type Day, dayOf, startOfDay, type Zone } from '../../src/report/clocks/day.ts'
import type { Moment } from './story.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/**
 * The instant that a moment of a story names.
 * @param now the days are counted back from today in Jakarta, so that all stories share one today
 * @param zone in which the story's hours are told
 */
export function instantOf(moment: Moment, now: Date, zone: Zone, calendar: Calendar): Date {
  const hours = /^-(\d+)h$/.exec(moment)
  if (hours) return new Date(now.getTime() - Number(hours[1]) * hourMs)
  const [, count, unit, hour, minute] = /^-(\d+)(wd|d) (\d+):(\d+)$/.exec(moment) ?? []
  if (!count) throw new RangeError(`not a moment: ${moment}`)
  const today = dayOf(now, 'Asia/Jakarta')
  const day = unit === 'd' ? addDays(today, -Number(count)) : workingDaysBefore(today, Number(count), calendar)
  return new Date(startOfDay(day, zone).getTime() + Number(hour) * hourMs + Number(minute) * minuteMs)
}

function workingDaysBefore(today: Day, count: number, calendar: Calendar): Day {
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day, null, calendar)) left -= 1
  }
  return day
}
