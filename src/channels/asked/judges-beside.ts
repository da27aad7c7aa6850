import type { Acted, FromSender } from '../sms/acting.ts'
import { findId } from '../sms/understand/find-id.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { isAnother } from '../sms/understand/stands-alone.ts'
import type { Heard } from './heard.ts'
import { askedForMs, type Kept, keptText } from './kept.ts'
import type { Answer } from './read-answer.ts'
import { hashSaid, wasSaid } from './said-before.ts'
import { sayNotDone } from './say-not-done.ts'

const about: readonly string[] = ['yes_or_no', 'why_not', 'new_or_reply']

/**
 * YA or BELUM alone, while words of theirs are kept about a report that awaits it. BELUM is what those words say of the answer, or, where they are another
 * complaint, a refusal of its own. YA is no word for them: whether it is settled is asked, and YA once more (`judge`) says so.
 */
export async function judgesBeside(
  from: FromSender,
  { text, understood }: Pick<Heard, 'text' | 'understood'>,
  last: Kept | undefined,
): Promise<Answer | Acted | 'judge' | undefined> {
  const { own, tx, pair } = from
  const report = own.find(({ id }) => id === last?.about)
  if (!last || !report || !about.includes(last.question)) return undefined
  const isOpen = last.question === 'new_or_reply'
  if (isOpen && report.awaits !== 'judgement') return undefined
  if (
    understood.kind === 'confirm' &&
    isOpen &&
    understood.trackingId === report.trackingId &&
    !findId(readWords(text), own)
  )
    return judges(from, report.id, report.trackingId)
  const isRefused = understood.kind === 'ask' && understood.question === 'why_not'
  if (!isRefused || (understood.about && understood.about !== report.trackingId)) return undefined
  if (!isOpen || !isAnother(await keptText(tx, pair, last))) return { as: 'reply' }
  return sayNotDone(from, report.id, text)
}

/** The first YA is remembered for a day, and no more than that. */
async function judges(from: FromSender, reportId: string, trackingId: string) {
  const said = hashSaid(from, 'judged', reportId)
  if (await wasSaid(from, 'judging', said, askedForMs)) return 'judge' as const
  const say = { template: 'yes_or_no', about: trackingId, reportId } as const
  return { outcome: 'command', reason: 'judging', words: { said }, say } satisfies Acted
}
