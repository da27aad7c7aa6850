import type { Deps } from '../secrecy/deps.ts'
import { localeOf } from '../ui/locale.ts'
import type { Reading } from './public-report.ts'

/** Offices, calendar, time and language for one request; all of it is in memory. */
export async function readingOf(deps: Deps, c: { req: { url: string } }): Promise<Reading> {
  const [directory, { calendar }] = await Promise.all([deps.directory(), deps.rules()])
  return { directory, calendar, now: deps.now(), locale: localeOf(c) }
}
