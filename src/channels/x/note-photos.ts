import { writeNote } from '../../follow-up/write-note.ts'
import { cleanText } from '../../intake/clean-text.ts'
import { asReporter } from '../sms/as-reporter.ts'
import { gapOf, type OnXActing } from './on-x.ts'

/** What is shown beside a command about a report: its office sees it, and nothing moves by it. */
export async function notePhotos(from: OnXActing, reportId: string, words: string) {
  const { tx, setting, attachments, missing } = from
  if (!attachments && missing === 0) return
  const note = { text: cleanText(words) + gapOf(from), attachments }
  await asReporter(tx, reportId, { outcome: 'reply' }, (actor) => writeNote(tx, actor, reportId, note, setting))
}
