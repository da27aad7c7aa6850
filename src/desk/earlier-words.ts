import type { Find } from '../secrecy/personal-data/find.ts'
import { findInWordsOf } from '../secrecy/personal-data/find-personal-data.ts'
import { type KnownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { type Choice, choicesIn } from '../secrecy/earlier-choices.ts'
import type { Values } from './action.ts'
import type { OpenEvent, OpenReport } from './open-report.ts'

/** Words that were said for everybody before anybody outside could read them: publishing the report publishes them. */
export type EarlierWords = { event: OpenEvent; text: string; finds: Find[]; choice: Choice | undefined }

export function earlierWords({ report, events }: OpenReport, values: Values, known: KnownNumbers): EarlierWords[] {
  if (report.published_at !== null || report.confidential) return []
  const chosen = choicesIn(values)
  return events.flatMap((event) =>
    event.audience === 'public' && event.text
      ? {
          event,
          text: event.text,
          finds: withNumbers(event.text, known, findInWordsOf(event.role, event.text)),
          choice: chosen.get(event.seq),
        }
      : [],
  )
}

/** Whether some may point at somebody, and nobody said yet what becomes of them. */
export function isUndecided(earlier: readonly EarlierWords[]): boolean {
  return earlier.some(({ finds, choice }) => finds.length > 0 && choice === undefined)
}

/** Numbers of the events whose words stay with the parties. */
export function leftToParties(earlier: readonly EarlierWords[]): number[] {
  return earlier.filter(({ choice }) => choice === 'line').map(({ event }) => event.seq)
}

/** The report with its events as the public would read them after these choices. */
export function withoutLeft(open: OpenReport, values: Values): OpenReport {
  const left = leftToParties(earlierWords(open, values, new Set()))
  const events = open.events.map(
    (event): OpenEvent => (left.includes(event.seq) ? { ...event, audience: 'line' } : event),
  )
  return { ...open, events }
}
