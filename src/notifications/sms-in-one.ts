import { sizeOf, toGsm } from '../platform/gsm/fit-sms.ts'
import { formatShortDay } from '../report/clocks/day-words.ts'
import { dueOf } from '../report/clocks/due.ts'
import { type SmsFacts, smsText } from './sms-text.ts'

/** No year is expected: it is always said. */
const noYear = 0

/**
 * One SMS in words that one message holds: where the address of the installation is long, with its day said shortly, else without it, for the
 * page behind the link says it too. What does not fit even so is cut where it leaves (`fitSms`), and the link never.
 */
export function smsInOne(facts: SmsFacts): string {
  const { clock, calendar } = facts
  const whole = smsText(facts)
  if (!clock || sizeOf(toGsm(whole)).fits) return whole
  const shortly = smsText({ ...facts, day: formatShortDay(dueOf(clock, calendar).dueDay, 'id', noYear) })
  return sizeOf(toGsm(shortly)).fits ? shortly : smsText({ ...facts, day: '' })
}
