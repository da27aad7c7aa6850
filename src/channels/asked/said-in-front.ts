import { wordsIn } from '../../ui/words/index.ts'
import type { Own } from '../sms/own-reports.ts'
import { answersNothing } from '../sms/understand/answers-nothing.ts'
import { judgedIn } from '../sms/understand/judge-and-file.ts'
import { ask, readMessage } from '../sms/understand/said.ts'
import { saysIdle } from '../sms/understand/tells-nothing.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { asNew } from './as-new.ts'
import { howDecided } from './how-decided.ts'

/**
 * What stands in front of another report that is announced does what it says of this one. What would be asked about and kept cannot be kept apart from
 * the report behind it: it is told at once as it would be when nobody explains it, and whether the report is settled is asked beside it.
 * @param meant what it is where it neither judges nor asks
 * @returns nothing where it says nothing
 */
export function saidInFront(front: string, own: Own, meant: Understood, cameAt: Date): Understood[] {
  const { trackingId, awaits } = own
  const isKind = answersNothing(front) === 'kindness'
  if (!front || (isKind && awaits !== 'judgement')) return []
  const reply: Understood = { kind: 'reply', trackingId, text: front }
  const understood = (awaits === 'judgement' && judgedIn(readMessage(front, [], [own]), [own])) || meant
  if (understood.kind === 'file' || understood.kind === 'keyword_alone') return [reply]
  if (understood.kind !== 'ask') return [understood]
  const { bare } = readMessage(front, [], [own])
  const tells = saysIdle(bare) === undefined && asNew(front, []) !== undefined
  if (awaits !== 'judgement') return tells || awaits ? [reply] : []
  if (understood.question === 'why_not') return [{ ...reply, text: wordsIn('id').sms_not_done_without_reason }]
  const asking = ask('yes_or_no', trackingId)
  if (!tells) return [asking]
  const unsaid = { decision: 'unanswered', asked: 'yes_or_no' } as const
  const how = howDecided(unsaid, { text: front, keywords: [], cameAt }, own)
  return how === 'note' ? [{ ...reply, isNote: true }, asking] : [reply]
}
