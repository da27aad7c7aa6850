import { addDays, dayOf, startOfDay, type Zone } from '../report/clocks/day.ts'

const hourMs = 3_600_000
const beginsAtHour = 21
const endsAtHour = 7

/** 07:00 in the zone after an instant between 21:00 and 07:00; undefined by day, when SMS may leave. */
export function quietUntil(instant: Date, zone: Zone): Date | undefined {
  const today = dayOf(instant, zone)
  const hour = (instant.getTime() - startOfDay(today, zone).getTime()) / hourMs
  if (hour >= endsAtHour && hour < beginsAtHour) return undefined
  return morningOf(hour < endsAtHour ? today : addDays(today, 1), zone)
}

/** 07:00 of the day after that of the instant. */
export function nextMorning(instant: Date, zone: Zone): Date {
  return morningOf(addDays(dayOf(instant, zone), 1), zone)
}

function morningOf(day: ReturnType<typeof dayOf>, zone: Zone): Date {
  return new Date(startOfDay(day, zone).getTime() + endsAtHour * hourMs)
}
