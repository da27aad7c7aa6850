import { Moment, Notice } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'
import type { OpenEvent } from './open-report.ts'
import { actorWords, lineOf } from './report-thread.tsx'

/** Two at once: the second reads what the first did, keeps what was typed, and may go on. */
export function Conflict({ duty, since }: { duty: Duty; since: readonly OpenEvent[] }) {
  const { t, locale, zone } = duty
  return (
    <Notice tone="warning" title={t.desk_changed} announce>
      {since.length > 0 ? (
        <ul>
          {since.map((event) => (
            <li>
              <Done duty={duty} event={event} />, <Moment locale={locale} at={event.at} zone={zone} />
              {event.text ? <div class="prose">{event.text}</div> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{t.desk_changed_text}</p>
    </Notice>
  )
}

/** Who did what; most lines name their actor themselves. */
function Done({ duty, event }: { duty: Duty; event: OpenEvent }) {
  const [actor, line] = [actorWords(duty, event), lineOf(duty, event)]
  return line.includes(actor) ? (
    <strong>{line}</strong>
  ) : (
    <>
      <strong>{actor}</strong>: {line}
    </>
  )
}
