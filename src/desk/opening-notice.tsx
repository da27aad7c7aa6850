import { can } from '../secrecy/can.ts'
import { mayBeHeld } from '../secrecy/embargo.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { Notice } from '../ui/components/index.ts'
import { clockTime } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'

/** Until when a report stands open for this person; for whoever may ask, the way to break-glass. */
export function OpeningNotice({ duty, open }: { duty: Duty; open: OpenReport }) {
  const { t, locale, zone, actor, setting } = duty
  const [opening] = open.openings
  const facts = secrecyFacts(open.report, open.openings)
  return (
    <>
      {opening ? (
        <Notice tone="warning">
          <p>{t.opening_counted(clockTime(locale, opening.until, zone))}</p>
        </Notice>
      ) : null}
      {can(actor, 'ask_to_open', 'identity', facts, setting.now) ? (
        <p>
          <a class="lone" href={link(locale, `/kelola/laporan/${open.report.tracking_id}/pembukaan`)}>
            {t.opening_link}
          </a>
        </p>
      ) : null}
      {actor.role === 'verifier' && (mayBeHeld(open.report) || isHeld(open)) ? (
        <p>
          <a class="lone" href={link(locale, `/kelola/laporan/${open.report.tracking_id}/embargo`)}>
            {t.opening_embargo_link}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** An office has it, nobody is to be kept from knowing, and yet it is not public: only an embargo does that. */
function isHeld({ report }: OpenReport): boolean {
  return report.agency_id !== null && report.published_at === null && !report.confidential
}
