import { carryOut, type Decided } from '../asked/carry-out.ts'
import type { Acted } from '../sms/acting.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { fileFromX } from './file-from-x.ts'
import type { OnXActing } from './on-x.ts'
import type { Direct, Post } from './post.ts'
import { wordsSaid } from './understand/addressed.ts'
import { raisedBy } from '../arrivals/raised-by.ts'

/** What its author, or a day of silence, says that a post or message is, of which we had asked. */
export function asDecided(from: OnXActing, item: Post | Direct, decided: Decided): Promise<Acted> {
  const keywords = keywordsOf(from.setting.directory)
  const around = item.kind === 'post' ? item : { handle: item.handle }
  const shut = item.kind === 'post' && item.isProtected ? ('confidential' as const) : undefined
  const heard = { text: wordsSaid(item.text, from.us), keywords }
  return carryOut(from, heard, decided, (by, report) =>
    fileFromX({ ...from, ...by }, { ...report, raise: report.raise ?? raisedBy(report.text).raise ?? shut }, around),
  )
}
