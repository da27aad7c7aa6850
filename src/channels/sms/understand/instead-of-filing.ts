import { goesBack } from './goes-back.ts'
import { judge } from './judge.ts'
import { looksNew } from './looks-new.ts'
import { ask, awaiting, firstWord, isPolite, nearest, type Said } from './said.ts'
import { saysBalas } from './say-reply.ts'
import { commands, type Understood } from './understood.ts'
import { saysWithdrawal } from './withdraw.ts'
import { answering, naming } from './words.ts'

const longestAnswer = 6

/**
 * What stands behind a keyword or LAPOR where it may be no new report: KOTKUPANG YA, LAPOR BALAS …, and what as likely judges or answers
 * as it complains.
 * @param meant what it is without them
 */
export function insteadOfFiling(after: Said, meant: Understood): Understood | undefined {
  const { rest, own } = after
  if (saysBalas(after) && meant.kind !== 'file') return meant
  // The name of an office is none of what closes a report.
  if (meant.kind === 'confirm') return ask('yes_or_no', meant.trackingId)
  if (commands.includes(meant.kind) || saysWithdrawal(after.text)) return meant
  const [answered] = awaiting(own, 'judgement')
  const judged = answered && judge(after)
  if (judged?.kind === 'ask' && judged.question !== 'why_not') return judged
  const [asked] = awaiting(own, 'details')
  const open = answered ?? asked
  if (open && (judged || firstWord(rest)?.means === 'not')) return ask('new_or_reply', open.trackingId)
  const [newest] = nearest(own)
  const isBack = newest && !newest.past && ['surely', 'maybe'].includes(goesBack(after) ?? '')
  if (isBack && (answered || firstWord(rest)?.means === 'not'))
    return ask('new_or_reply', (answered ?? newest).trackingId)
  const saysCommand = rest.every(({ word, might }) => might.length > 0 || isPolite(word) || /^\d+$/.test(word))
  if (saysCommand) return meant.kind === 'ask' ? meant : ask('what_happened')
  return asked && mayAnswer(after) ? ask('new_or_reply', asked.trackingId) : undefined
}

/** Short, and begins as people answer: "di depan masjid", "RT 4", "jam 7". */
export function mayAnswer(after: Pick<Said, 'words' | 'asks'>): boolean {
  const told = after.words.filter(({ word }) => !isPolite(word))
  const first = told[0]?.word ?? ''
  const begins = answering.has(first) || naming.has(first) || /^\d/.test(told[1]?.word ?? first)
  return begins && told.length <= longestAnswer && !looksNew(after)
}
