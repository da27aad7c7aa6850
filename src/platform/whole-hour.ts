/** Times of reports without identity are no finer than the hour (secrecy). */
export function wholeHour(at: Date): Date {
  const hourMs = 3_600_000
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs)
}
