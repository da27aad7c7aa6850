import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import type { Keyword } from '../sms/understand/understand.ts'
import { asNew } from './as-new.ts'
import { type How, howDecided } from './how-decided.ts'
import { sayNotDone } from './say-not-done.ts'

type Said = { text: string; keywords: readonly Keyword[]; cameAt: Date | undefined }

const unsaid = { decision: 'unanswered', asked: 'new_or_reply' } as const
const moving: readonly How[] = ['reply', 'both']

/**
 * Words of which nobody said for a day that they are of these, and which may be of a hidden report: that one gets them, and of these it is said alone that they
 * are not done, so that none is closed over it. What is a report of its own hides as much.
 * @param join tells them to the hidden one
 */
export async function tellHidden(
  from: FromSender,
  { hidden, some }: { hidden: Own; some: readonly Own[] },
  said: Said,
  { file, join }: { file: FileIt; join: (own: Own, how: 'reply' | 'note') => Promise<Acted> },
): Promise<Acted> {
  const hows = some.map((own) => ({ own, how: howDecided(unsaid, said, own) }))
  for (const { own, how } of hows)
    if (moving.includes(how) && own.awaits !== 'details') await sayNotDone(from, own.id, said.text)
  const isNew = hows.some(({ how }) => how === 'report' || how === 'both')
  const understood = isNew ? asNew(said.text, said.keywords) : undefined
  if (understood) return act({ ...from, atLeast: hiddenByAny([from.atLeast, hidden.hides]) }, understood, file)
  const isReply = hidden.awaits !== undefined && moving.includes(howDecided(unsaid, said, hidden))
  return join(hidden, isReply ? 'reply' : 'note')
}
