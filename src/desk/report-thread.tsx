import type { ThreadEntry } from '../ui/components/thread.tsx'
import { Thread } from '../ui/components/index.ts'
import { isPublicNow } from '../secrecy/become-public.ts'
import { moveLine } from '../ui/move-line.ts'
import type { Duty } from './duty.ts'
import { fullOfficeName, officeName } from './office-name.ts'
import type { OpenEvent, OpenReport } from './open-report.ts'
import { picturesOf } from './report-pictures.ts'

/** The conversation with the offices' own notes in it; each message says who reads it. */
export function ReportThread({ duty, open }: { duty: Duty; open: OpenReport }) {
  const { locale, t, zone } = duty
  if (open.events.length === 0) return null
  return (
    <section>
      <h2>{t.desk_thread}</h2>
      <Thread locale={locale} zone={zone} entries={open.events.flatMap((event) => entriesOf(duty, open, event))} />
    </section>
  )
}

/** Moves whose words say all; the others are told as a line first. */
const tellsItself: readonly OpenEvent['move'][] = ['answer', 'note', 'report_progress']

function entriesOf(duty: Duty, open: OpenReport, event: OpenEvent): ThreadEntry[] {
  const { t, locale } = duty
  const line: ThreadEntry = { kind: 'move', at: event.at, words: lineOf(duty, event) }
  if (!event.text && !event.isTaken) return [line]
  const { role, data } = event
  return [
    ...(tellsItself.includes(event.move) ? [] : [line]),
    {
      kind: 'message',
      by: role === 'reporter' ? 'reporter' : role === 'verifier' ? 'desk' : role === 'system' ? 'system' : 'agency',
      name: actorWords(duty, event),
      at: event.at,
      text: event.text ?? t.desk_words_taken,
      asPublic: event.audience === 'public' && isPublicNow(open.report) ? otherwise(event) : undefined,
      outcome: data.outcome ? t[`report_outcome_${data.outcome}`] : undefined,
      pictures: event.seq > 1 ? picturesOf(open, event.seq, locale) : [],
      internal: readersWords(duty, event, open),
    },
  ]
}

/** What the public reads, where that is not all that this person reads. */
function otherwise({ text, shown }: OpenEvent): string | undefined {
  return shown === null || shown === text ? undefined : shown
}

/** Who reads these words when not everyone does. Of a confidential report nothing is for everyone. */
function readersWords({ t }: Duty, { audience }: OpenEvent, { report }: OpenReport): string | undefined {
  if (audience === 'office') return t.desk_audience_office
  return audience === 'public' && !report.confidential ? undefined : t.desk_audience_parties
}

/** What happened, in a line: 'Didisposisikan ke Dinas Kesehatan Kota Kupang'. */
export function lineOf(duty: Duty, event: OpenEvent): string {
  const { t, locale, setting } = duty
  const { data, move } = event
  const target = move === 'forward' ? data.agency : move === 'assign' ? data.unit : undefined
  const line = moveLine(locale, move, target ? fullOfficeName(setting.directory, target) : actorWords(duty, event))
  if (data.suggested) return `${line} ${t.desk_suggests(officeName(setting.directory, data.suggested))}`
  return line
}

/** Who did it: the office, and for colleagues the name on duty. */
export function actorWords({ t, setting }: Duty, { role, agencyId, actorName }: OpenEvent): string {
  if (role === 'reporter') return t.report_role_reporter
  if (role === 'system') return t.report_role_system
  const office = role === 'verifier' || !agencyId ? t[`report_role_${role}`] : officeName(setting.directory, agencyId)
  return actorName ? `${office} · ${actorName}` : office
}
