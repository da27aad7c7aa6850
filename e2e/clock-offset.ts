/** Wednesday 14 January 2026, 10.00 in Jakarta; that Friday is Isra Mi'raj: the example of the domain. */
export const aWednesday = new Date('2026-01-14T03:00:00Z')

/** The LAPOR_CLOCK_OFFSET with which the product, started now, finds itself at this instant. */
export function offsetTo(instant: Date): string {
  const seconds = Math.round((instant.getTime() - Date.now()) / 1000)
  return seconds < 0 ? `-PT${-seconds}S` : `PT${seconds}S`
}
