import { type Day, dayOf, type Zone } from '../../report/clocks/day.ts'
import { longDay, longMoment, shortDay } from '../format.ts'
import type { Locale } from '../locale.ts'

/** An instant as people of `zone` say it: '22 Januari 2026, 14.05 WITA'. `brief`: only '22 Jan 2026'. */
export function Moment({ locale, at, zone, brief }: { locale: Locale; at: Date; zone: Zone; brief?: boolean }) {
  const words = brief ? shortDay(locale, dayOf(at, zone)) : longMoment(locale, at, zone)
  return <time datetime={at.toISOString()}>{words}</time>
}

/** A civil day in words: 'Kamis, 22 Januari 2026'. */
export function DayText({ locale, day, brief }: { locale: Locale; day: Day; brief?: boolean }) {
  return <time datetime={day}>{brief ? shortDay(locale, day) : longDay(locale, day)}</time>
}
