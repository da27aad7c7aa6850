import { dayOf, daysBetween } from '../report/clocks/day.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import type { Directory } from './directory.ts'

/**
 * Calendar days since filing, so that nobody hides behind a transfer (domain, section 6): the same number for everybody,
 * counted in the zone of the office that has the report, without one in that of the national desk.
 */
export function calendarAge(
  report: { filed_at: Date; agency_id: string | null },
  until: Date,
  directory: Pick<Directory, 'agency'>,
): number {
  const office = report.agency_id === null ? undefined : directory.agency(report.agency_id)
  const zone = office?.zone ?? nationalDesk.zone
  return Math.max(0, daysBetween(dayOf(report.filed_at, zone), dayOf(until, zone)))
}
