import type { Directory } from '../agencies/directory.ts'
import type { Zone } from '../report/clocks/day.ts'
import { Facts, Moment } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { Embargo } from './embargo.ts'

type EmbargoFactsProps = { embargo: Embargo; locale: Locale; zone: Zone; now: Date; directory: Directory }

/** Who keeps a report from publication, by which law and until when: offices, never names. */
export function EmbargoFacts({ embargo, locale, zone, now, directory }: EmbargoFactsProps) {
  const t = wordsIn(locale)
  const office = embargo.laidOffice ? directory.agency(embargo.laidOffice) : undefined
  const by = t[`report_role_${embargo.laidRole}`]
  const moment = (at: Date) => <Moment locale={locale} at={at} zone={zone} />
  const over = embargo.endedAt ?? (now < embargo.until ? undefined : embargo.until)
  return (
    <Facts
      facts={[
        { name: t.opening_state, value: over ? t.opening_embargo_over : t.opening_embargo_running },
        { name: t.opening_embargo_by, value: office ? `${by} (${office.shortName ?? office.name})` : by },
        { name: t.opening_embargo_at, value: moment(embargo.laidAt) },
        { name: t.opening_ground, value: t[`opening_embargo_${embargo.ground}`] },
        embargo.statute ? { name: t.opening_statute, value: embargo.statute } : null,
        { name: t.opening_until, value: moment(over ?? embargo.until) },
      ]}
    />
  )
}
