/** What makes a letter about an event one: said twice, sent once. */
export function oneOfEvent(reportId: string, seq: number, what: string): string {
  return `event ${reportId} ${seq} ${what}`
}

/** What makes an answer to a message that came in one; `again`: where it is answered twice. */
export function oneAnswer(arrivalId: string, again = ''): string {
  return `answer reporter ${arrivalId}${again && ` ${again}`}`
}

/** The message that came in and is answered; undefined for every other letter. */
export function answeredIn(dedupe: string): string | undefined {
  return /^answer reporter ([0-9a-f-]{36})\b/.exec(dedupe)?.[1]
}

/** The event that a letter is about, by what makes it one; undefined for a letter about something else. */
export function eventOf(dedupe: string): number | undefined {
  const seq = /^event \S+ (\d+) /.exec(dedupe)?.[1]
  return seq === undefined ? undefined : Number(seq)
}
