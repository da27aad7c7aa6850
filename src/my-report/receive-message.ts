import type { Setting } from '../agencies/setting.ts'
import { objectToArchive } from '../closing/object-to-archive.ts'
import { cameBeforeLapse, undoLapse } from '../closing/undo-lapse.ts'
import { reopenReport } from '../closing/reopen-report.ts'
import { replyToAnswer } from '../follow-up/reply-to-answer.ts'
import { writeNote } from '../follow-up/write-note.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { lockReport, type Moved, type ReportRow } from '../report/move.ts'
import type { Care } from '../secrecy/before-publishing.ts'
import { completeReport } from '../verification/complete-report.ts'

/**
 * `receivedAt`: when its door had it, where that was earlier than now. `care`: how it is looked at where the public would read it; a door
 * that says nothing cannot ask.
 */
export type Message = { text: string; attachments?: string; seenSeq?: number; receivedAt?: Date; care?: Care }

/**
 * What a reporter's message does (domain, section 5), by any door: answered → reply; on hold → complete; closed within
 * 14 calendar days → reopen; archived → object, once; otherwise a note that moves nothing. Had its door it before the
 * silence ended, it undoes the lapse.
 * @throws ReportNotFound · PointsAtSomebody · MoveRefused
 */
export async function receiveMessage(
  tx: Tx,
  actor: Actor,
  reportId: string,
  message: Message,
  setting: Setting,
): Promise<Moved> {
  const report = await lockReport(tx, reportId)
  const { receivedAt = setting.now, ...said } = message
  const { text, ...rest } = said
  if (cameBeforeLapse(report, receivedAt)) return undoLapse(tx, actor, reportId, said, setting)
  switch (effectOf(report, setting)) {
    case 'reply':
      return replyToAnswer(tx, actor, reportId, said, setting)
    case 'complete':
      return completeReport(tx, actor, reportId, said, setting)
    case 'reopen':
      return reopenReport(tx, actor, reportId, { reason: text, ...rest }, setting)
    case 'object':
      return objectToArchive(tx, actor, reportId, { reason: text, ...rest }, setting)
    case 'note':
      return writeNote(tx, actor, reportId, said, setting)
  }
}

export type Effect = 'reply' | 'complete' | 'reopen' | 'object' | 'note'

/** Which of these a message would be now. */
export function effectOf(report: ReportRow, { rules, now }: Pick<Setting, 'rules' | 'now'>): Effect {
  switch (report.stage) {
    case 'answered':
      return 'reply'
    case 'on_hold':
      return 'complete'
    case 'archived':
      return report.objected ? 'note' : 'object'
    case 'closed': {
      const window = currentClock(report.clocks, 'closed')
      return window && now >= dueOf(window, rules.calendar).dueAt ? 'note' : 'reopen'
    }
    default:
      return 'note'
  }
}
