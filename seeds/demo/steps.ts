import type { Setting } from '../../src/agencies/setting.ts'
import { confirmAnswer } from '../../src/closing/confirm-answer.ts'
import { lapseIfSilent } from '../../src/closing/lapse-if-silent.ts'
import { objectToArchive } from '../../src/closing/object-to-archive.ts'
import { reopenReport } from '../../src/closing/reopen-report.ts'
import { withdrawReport } from '../../src/closing/withdraw-report.ts'
import { assignReport } from '../../src/disposition/assign-report.ts'
import { forwardReport } from '../../src/disposition/forward-report.ts'
import { returnReport } from '../../src/disposition/return-report.ts'
import { answerReport } from '../../src/follow-up/answer-report.ts'
import { replyToAnswer } from '../../src/follow-up/reply-to-answer.ts'
import { reportProgress } from '../../src/follow-up/report-progress.ts'
import { writeNote } from '../../src/follow-up/write-note.ts'
import type { Actor } from '../../src/report/actor.ts'
import type { Tx } from '../../src/report/as.ts'
import { raiseSecrecy } from '../../src/secrecy/change-secrecy.ts'
import { archiveReport } from '../../src/verification/archive-report.ts'
import { completeReport } from '../../src/verification/complete-report.ts'
import { holdReport } from '../../src/verification/hold-report.ts'
import { mergeReport } from '../../src/verification/merge-report.ts'
import type { Step } from './story.ts'

/** A story's step through the same use case as everybody's. `idOf` finds the report of another story by its name. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  step: Step,
  setting: Setting,
  idOf: (name: string) => string,
): Promise<unknown> {
  switch (step.do) {
    case 'forward': {
      const { to, title, category, area } = step
      return forwardReport(tx, actor, id, { agencyId: to, title, categoryId: category, areaCode: area }, setting)
    }
    case 'assign':
      return assignReport(tx, actor, id, { unitId: step.unit, note: step.note }, setting)
    case 'progress':
      return reportProgress(tx, actor, id, { text: step.text }, setting)
    case 'answer':
      return answerReport(tx, actor, id, { text: step.text, outcome: step.outcome }, setting)
    case 'hold':
      return holdReport(tx, actor, id, { question: step.question }, setting)
    case 'complete':
      return completeReport(tx, actor, id, { text: step.text }, setting)
    case 'reply':
      return replyToAnswer(tx, actor, id, { text: step.text }, setting)
    case 'note':
      return writeNote(tx, actor, id, { text: step.text }, setting)
    case 'confirm':
      return confirmAnswer(tx, actor, id, { rating: step.rating }, setting)
    case 'lapse':
      return lapseIfSilent(tx, actor, id, setting)
    case 'reopen':
      return reopenReport(tx, actor, id, { reason: step.reason }, setting)
    case 'return':
      return returnReport(tx, actor, id, { suggestedAgencyId: step.suggested, note: step.note }, setting)
    case 'archive':
      return archiveReport(tx, actor, id, { reason: step.reason, note: step.note }, setting)
    case 'object':
      return objectToArchive(tx, actor, id, { reason: step.reason }, setting)
    case 'merge':
      return mergeReport(tx, actor, id, { into: idOf(step.into) }, setting)
    case 'withdraw':
      return withdrawReport(tx, actor, id, setting)
    case 'make_confidential':
      return raiseSecrecy(tx, actor, id, { confidential: true }, setting)
  }
}
