import { asNew } from '../asked/as-new.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import type { Understood } from '../sms/understand/understood.ts'
import type { FromSender } from '../sms/acting.ts'
import type { OwnReport } from '../sms/understand/understood.ts'
import { raisedBy } from './raised-by.ts'

type Acting = Pick<FromSender, 'own' | 'setting'>

/**
 * What few words mean beside a picture: the answer to our question, or a report; a command only where it is about a report of theirs, for
 * a picture is more than a command needs.
 */
export function besideShown({ own, setting }: Acting, meant: Understood, said: string): Understood {
  if (meant.kind === 'file' || meant.kind === 'raise_all' || namesOwn(meant, own)) return meant
  if (meant.kind === 'ask' && isAskedBack(meant, said, setting)) return meant
  const asked = own.find(({ awaits }) => awaits === 'details')
  if (asked) return { kind: 'reply', trackingId: asked.trackingId, text: said }
  const { raise, text } = raisedBy(said)
  return { kind: 'file', text, ...(raise ? { raise } : {}) }
}

/** What we ask back about keeps its picture with its words. */
function isAskedBack(
  { question }: Extract<Understood, { kind: 'ask' }>,
  said: string,
  { directory }: Acting['setting'],
): boolean {
  if (question === 'what_happened') return false
  return question === 'which_or_all' || question === 'yes_or_no' || asNew(said, keywordsOf(directory)) !== undefined
}

/** Whether it is about a report of whoever wrote. */
export function namesOwn(understood: Understood, own: readonly OwnReport[]): boolean {
  return 'trackingId' in understood && own.some(({ trackingId }) => trackingId === understood.trackingId)
}
