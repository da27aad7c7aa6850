/** An ISO 8601 duration with an optional sign: years, months, weeks, days, then hours, minutes and seconds. */
export const durationPattern =
  /^([+-])?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

const weekDays = 7
const dayMs = 86_400_000
const hourMs = 3_600_000
const minuteMs = 60_000
const secondMs = 1_000

/**
 * The instant this duration later; years and months are counted on the calendar in UTC, a day is 24 hours.
 * @throws RangeError when `duration` is not ISO 8601
 */
export function addDuration(instant: Date, duration: string): Date {
  const match = durationPattern.exec(duration)
  if (!match) throw new RangeError('not an ISO 8601 duration')
  const sign = match[1] === '-' ? -1 : 1
  const part = (index: number) => sign * Number(match[index] ?? 0)
  const moved = new Date(instant)
  moved.setUTCMonth(moved.getUTCMonth() + part(2) * 12 + part(3))
  const days = part(4) * weekDays + part(5)
  const ms = days * dayMs + part(6) * hourMs + part(7) * minuteMs + part(8) * secondMs
  return new Date(moved.getTime() + ms)
}
