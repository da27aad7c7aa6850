import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { isPublicNow } from '../secrecy/become-public.ts'
import type { WordsOut } from '../secrecy/words-out.ts'

/** How the public shall read it; what is left out stays. `place` empty: none is read · `out`: what it shall not read of all that was said. */
export type Redacted = { title?: string; text?: string; place?: string; out?: WordsOut }

/**
 * Take words out of what the public reads, or put them back (samarkan), after it was published. Its reporter is told.
 * @throws ReportNotFound · MoveRefused `not_allowed` unless the public reads it, `nothing_to_change`
 */
export async function redactReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  { title, text, place, out }: Redacted,
  setting: Setting,
  seenSeq?: number,
) {
  const changes = {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { shown_place: place }),
  }
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'redact',
      seenSeq,
      changes,
      data: out && { out },
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (!isPublicNow(report)) refuse('not_allowed')
        if (Object.keys(changes).length === 0 && !out) refuse('nothing_to_change')
      },
    },
    setting.rules,
    setting.now,
  )
}
