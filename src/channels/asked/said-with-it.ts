import type { Acted, FromSender } from '../sms/acting.ts'
import { readWords } from '../sms/understand/read-words.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { isAnother } from '../sms/understand/stands-alone.ts'
import { askWhetherNew, decide, type Kept, keptText } from './kept.ts'

/** So much of what was kept has to stand in the new words, or the other way round, to be the same said again. */
const same = 0.6

/**
 * What was asked about is settled beside a message that is no answer to the question: said again in full it is that message, and beside
 * YA or BELUM it belongs to the report judged; not another complaint ("ya pak, lampu di depan juga mati"), which is buried in none.
 * @returns those of which we now ask whether they are a new report
 */
export async function saidWithIt(
  from: FromSender,
  { text, understood }: { text: string; understood: Understood },
  done: Acted,
  kept: readonly Kept[],
): Promise<Kept[]> {
  const { tx, pair, setting } = from
  const reasked: Kept[] = []
  const isSaid = done.outcome === 'report' || done.outcome === 'reply'
  for (const one of isSaid ? kept : []) {
    const beside = besideJudgement(from, understood, one)
    if (isExplained(from, done, one)) await settleAs(from, one, done, 'same')
    else if (beside && isAnother(await keptText(tx, pair, one))) {
      await askWhetherNew(tx, one, setting.now)
      reasked.push({ ...one, question: 'new_or_reply' })
    } else if (beside) await decide(tx, one, beside, null, setting.now)
    else if (isSame(await keptText(tx, pair, one), text)) await settleAs(from, one, done, 'same')
  }
  return reasked
}

/** BELUM alone, and then why, or YA after all. */
function isExplained({ own }: FromSender, { reportId }: Acted, { question, about }: Kept): boolean {
  return question === 'why_not' && about !== null && about === reportId && own.some(({ id }) => id === about)
}

/** "baik pak", and then the answer itself: both are told. */
function besideAnswer(own: FromSender['own'], about: string | null, trackingId: string | undefined): boolean {
  return own.some((one) => one.id === about && one.trackingId === trackingId && one.awaits === 'details')
}

function besideJudgement({ own }: FromSender, understood: Understood, { question, about }: Kept) {
  if (question !== 'yes_or_no' || !('trackingId' in understood)) return undefined
  if (own.find(({ id }) => id === about)?.trackingId !== understood.trackingId) return undefined
  if (understood.kind === 'reply' && besideAnswer(own, about, understood.trackingId)) return 'note'
  if (understood.kind === 'confirm') return 'note'
  return understood.kind === 'not_done' ? 'reply' : undefined
}

/** @param reason why what was kept is settled by another message */
export async function settleAs(
  { tx, setting }: FromSender,
  { id }: Kept,
  { outcome, reportId }: Acted,
  reason: 'same' | 'begun',
) {
  await tx
    .updateTable('identity.arrival')
    .set({ outcome, reason, report_id: reportId, sealed: null, settled_at: setting.now })
    .where('whole', '=', id)
    .where('outcome', '=', 'asked')
    .execute()
}

/** Retyped, with LAPOR or BALAS and a number in front, a word more or less. */
export function isSame(before: string, now: string): boolean {
  const [one, other] = [wordsOf(before), wordsOf(now)]
  const fewer = Math.min(one.size, other.size)
  if (fewer < 2) return false
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(one.size, other.size) >= same
}

function wordsOf(text: string): Set<string> {
  return new Set(readWords(text).flatMap(({ word, means }) => (means === 'reply' || means === 'file' ? [] : [word])))
}
