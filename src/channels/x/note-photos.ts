import { tellReport } from '../arrivals/tell-report.ts'
import { gapOf, isShown, type OnXActing } from './on-x.ts'

/** What is shown beside a command about a report: its office sees it, and nothing moves by it. */
export async function notePhotos(from: OnXActing, reportId: string, words: string) {
  if (!isShown(from)) return
  await tellReport(from, reportId, { text: words + gapOf(from), isNote: true }, { outcome: 'reply' })
}
