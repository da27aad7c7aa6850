import type { Tx } from '../../report/as.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { answersQuestion } from '../sms/understand/answers-question.ts'
import { goesBackIn } from '../sms/understand/goes-back.ts'
import { isKnownThing, looksNew } from '../sms/understand/looks-new.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { endedLately, firstWord, nearest, readMessage } from '../sms/understand/said.ts'
import { standsAlone } from '../sms/understand/stands-alone.ts'
import { type Keyword, type Understood, understand } from '../sms/understand/understand.ts'
import { fitsByWords } from './fitting-words.ts'
import { howDecided, saysNotDone } from './how-decided.ts'
import type { Decision } from './kept.ts'
import { mostHidden, rank } from './most-hidden.ts'
import { sayNotDone } from './say-not-done.ts'

/** What is said of each alone; a page withdraws, and RAHASIA of which is asked with "or all". */
const ofEach: readonly Understood['kind'][] = ['confirm', 'not_done', 'rate', 'reply', 'ask']

/** Which reports words are about to which nobody said a number: "which report?" "all", or nothing for a day. */
export async function ofWhich(
  from: FromSender,
  said: { text: string; keywords: readonly Keyword[]; cameAt: Date },
  { decision, asked }: { decision: Decision; asked: string | null },
): Promise<readonly Own[]> {
  if (decision === 'all' && asked === 'which_report') return allMeant(from.own, said.text)
  if (decision !== 'unanswered' || (asked !== 'which_report' && asked !== 'which_or_all')) return []
  const meant = await meantBy(from, said)
  return meant.length > 0 ? meant : goneOnFrom(from, said.text, said.keywords)
}

/**
 * "depan masjid" to our open question, of several to the one whose report its words fit or that was asked last; "sudah diperbaiki, terima kasih" of
 * somebody whose only open report awaits nothing.
 */
async function goneOnFrom(
  { tx, own }: FromSender,
  text: string,
  keywords: readonly Keyword[],
): Promise<readonly Own[]> {
  const held = own.filter(({ awaits }) => awaits === 'details')
  const [only, ...others] = own.filter(({ open, awaits }) => open || awaits)
  const said = readMessage(text, [], [])
  // "sampahnya yg sebelah timur"
  const isNew = standsAlone(text, keywords) || (looksNew(said) && !said.words.slice(0, 2).some(isKnownThing))
  const isOnlyAsked = held.length === others.length + 1 && !isNew
  if (held.length > 0 && (answersQuestion(text) || isOnlyAsked)) {
    const meant = (await fitsByWords(tx, text, held)) ?? (await lastAsked(tx, held))
    if (meant) return [meant]
  }
  return only && others.length === 0 && !only.awaits && goesBackIn(text, keywords) ? [only] : []
}

async function lastAsked(tx: Tx, held: readonly Own[]): Promise<Own | undefined> {
  const asked = await tx
    .selectFrom('casework.event')
    .select('report_id')
    .where(
      'report_id',
      'in',
      held.map(({ id }) => id),
    )
    .where('to_stage', '=', 'on_hold')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return held.find(({ id }) => id === asked?.report_id)
}

/** To "which report?" also "all": YA, BELUM and stars of all that await them, other words of all that are open. @returns none where it cannot be said of all */
export function allMeant(own: readonly Own[], text: string): readonly Own[] {
  const judged = own.filter(({ awaits }) => awaits === 'judgement')
  const some = judged.length > 0 ? judged : nearest(own)
  return some.every((report) => ofEach.includes(understand(text, [], [report]).kind)) ? some : []
}

/**
 * What nobody said for a day of which it is, where several may be meant: all that await a verdict, for none of them may be closed over it; by its words
 * the one that they fit, which may be one that is in work, and is told. Where none awaits one, a denial is of what ended lately, or of the newest.
 */
async function meantBy(
  { tx, own }: FromSender,
  { text, keywords, cameAt }: { text: string; keywords: readonly Keyword[]; cameAt: Date },
): Promise<readonly Own[]> {
  const judged = own.filter(({ awaits }) => awaits === 'judgement')
  const isDenied = saysNotDone(text, keywords)
  const [first] = judged.length > 0 ? judged : isDenied ? newest(own) : []
  // Where we have asked something, what denies nothing may answer it.
  if (!first || (!isDenied && own.some(({ awaits }) => awaits === 'details'))) return []
  if (judged.length === 0 && first.awaits === 'details') return []
  const unsaid = { decision: 'unanswered', asked: 'new_or_reply' } as const
  const how = howDecided(unsaid, { text, keywords, cameAt }, first)
  if (judged.length === 0) return how === 'report' ? [] : [first]
  if (how !== 'reply' && how !== 'both') return []
  const fits = await fitsByWords(
    tx,
    text,
    own.filter(({ open, awaits }) => open || awaits),
  )
  return fits ? [fits] : judged
}

/**
 * "airnya masih keruh", of which we asked as of the parking that was answered, while the water is in work: what would send the answered one back is said
 * of the only one that its words fit.
 */
export async function fitsRather(
  { tx, own }: FromSender,
  said: { text: string; keywords: readonly Keyword[]; cameAt: Date },
  decided: { decision: Decision; asked: string | null },
  named: Own,
): Promise<Own | undefined> {
  const isWhich = ['which_report', 'new_or_reply', 'yes_or_no'].includes(decided.asked ?? '')
  if (decided.decision !== 'unanswered' || !isWhich || named.awaits !== 'judgement') return undefined
  // BELUM and BALAS are for what awaits them, whatever their words are.
  const first = firstWord(readWords(said.text))?.means
  if (first === 'not' || first === 'reply') return undefined
  if (howDecided(decided, said, named) !== 'reply') return undefined
  const some = own.filter((one) => one === named || (one.open && one.awaits !== 'details'))
  const fits = await fitsByWords(tx, said.text, some)
  return fits === named ? undefined : fits
}

function newest(own: readonly Own[]): readonly Own[] {
  const ended = endedLately(own)
  return ended.length > 0 ? ended : own.filter(({ open }) => open)
}

/**
 * Says it of each. Where one of several is hidden only the most hidden gets the words, and of the others it is said alone that they are not done: the
 * same words in two reports would tell that one person filed both, and what stands in the hidden one.
 */
export async function tellEach(
  from: FromSender,
  some: readonly Own[],
  text: string,
  tell: (own: Own) => Promise<Acted>,
): Promise<Acted | undefined> {
  const hidden = mostHidden(some)
  const isShared = !hidden || rank(hidden) === 0 || understand(text, [], some.slice(0, 1)).kind === 'confirm'
  const done: Acted[] = []
  for (const own of some) done.push(isShared || own === hidden ? await tell(own) : await sayNotDone(from, own.id, text))
  const [told] = done.filter(({ outcome }) => outcome === 'reply')
  return told && done.length > 1 ? { ...told, say: { template: 'noted_all' } } : (told ?? done[0])
}
