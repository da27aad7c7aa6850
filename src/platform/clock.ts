import type { Config } from './config.ts'
import { addDuration } from './duration.ts'

/** Says what time it is. All time of our field comes from here; the database's `now()` is never asked for it. */
export type Now = () => Date

/** The machine's clock, moved by LAPOR_CLOCK_OFFSET when a deadline is rehearsed. */
export function makeClock({ clockOffset }: Pick<Config, 'clockOffset'>): Now {
  return clockOffset ? () => addDuration(new Date(), clockOffset) : () => new Date()
}
