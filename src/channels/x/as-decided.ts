import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { carryOut, type Decided } from '../asked/carry-out.ts'
import type { FileIt } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { fileFromX } from './file-from-x.ts'
import { gapOf, type OnXActing } from './on-x.ts'
import type { Direct, Post } from './post.ts'
import { withLeftOver } from './thread.ts'
import { wholeSaid } from './understand/addressed.ts'
import { raisedBy } from '../arrivals/raised-by.ts'

/** What its author, or a day of silence, says that a post or message is, of which we had asked. */
export async function asDecided(from: OnXActing, sent: Post | Direct, decided: Decided): Promise<Acted> {
  const item = sent.kind === 'post' ? await withLeftOver(from, sent) : sent
  const keywords = keywordsOf(from.setting.directory)
  const around = item.kind === 'post' ? item : { handle: item.handle }
  const shut = item.kind === 'post' && item.isProtected ? ('confidential' as const) : undefined
  const heard = { text: wholeSaid(item, from.us), keywords }
  const file: FileIt = (by, report) =>
    fileFromX({ ...from, ...by }, { ...report, raise: report.raise ?? raisedBy(report.text).raise ?? shut }, around)
  if (saysSomething(heard.text)) return carryOut(from, heard, decided, file)
  // A picture alone: part of what was told next, or, after a day without a word, for the desk to look at.
  if (decided.decision !== 'note' && decided.decision !== 'reply') return file(from, { kind: 'file', text: '' })
  return carryOut(from, { ...heard, text: wordsIn('id').x_photos + gapOf(from) }, decided, file)
}
