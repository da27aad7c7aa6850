import { oldStatus } from '../../report/old-status.ts'
import { dayOf } from '../../report/clocks/day.ts'
import { shortDay } from '../../ui/format.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { ImportedReport } from './imported-report.ts'

/**
 * What people wrote in the other system that has no place of its own here, for a note among offices: facts of an event are no
 * words, for nothing seals them. Undefined when there is nothing.
 * @param isAnswered whether its answer is given here; else the note keeps it
 */
export function oldWords(imported: ImportedReport, isAnswered: boolean): string | undefined {
  const t = wordsIn('id')
  const { status, statusReason, answeredAt, answerText } = imported
  const day = answeredAt && shortDay('id', dayOf(answeredAt, 'Asia/Jakarta'))
  return (
    [
      status && !oldStatus(status) && t.import_note_status(status),
      statusReason && t.import_note_reason(statusReason),
      !isAnswered && day && t.import_note_answer(day, answerText ?? ''),
    ]
      .filter(Boolean)
      .join('\n') || undefined
  )
}
