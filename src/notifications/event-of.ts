/** What makes a letter about an event one: said twice, sent once. */
export function oneOfEvent(reportId: string, seq: number, what: string): string {
  return `event ${reportId} ${seq} ${what}`
}

/** The event that a letter is about, by what makes it one; undefined for a letter about something else. */
export function eventOf(dedupe: string): number | undefined {
  const seq = /^event \S+ (\d+) /.exec(dedupe)?.[1]
  return seq === undefined ? undefined : Number(seq)
}
