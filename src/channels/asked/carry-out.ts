import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import { nothingShown } from '../arrivals/shown.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { goesBackIn, withoutKeyword } from '../sms/understand/goes-back.ts'
import { nudges } from '../sms/understand/nudges.ts'
import { nearest } from '../sms/understand/said.ts'
import { namesSeveral, withoutIds } from '../sms/understand/several.ts'
import { type Keyword, type Secrecy, type Understood, understand } from '../sms/understand/understand.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { asNew } from './as-new.ts'
import { besidesWish, hideAllMeant, isOnlyWish, noteReason } from './hide-asked-about.ts'
import { howDecided } from './how-decided.ts'
import type { Decision } from './kept.ts'
import { namesNothing } from './names-nothing.ts'
import { keywordMeantOf } from './keyword-meant.ts'
import { sayNotDone } from './say-not-done.ts'
import { hiddenBeside, hiddenMeant } from './beside-hidden.ts'
import { contentWith } from './content-with.ts'
import { namesThingOf } from './names-thing-of.ts'
import { fitsRather, ofWhich, tellEach } from './of-several.ts'
import { tellHidden } from './tell-hidden.ts'

/** What was decided about a message that we asked back about, or that the desk looked at. */
export type Decided = { decision: Decision; about: string | null; asked: string | null }

/** Makes of kept words what somebody said that they are. What can be no reply any more is a report: nothing is lost. */
export async function carryOut(
  before: FromSender,
  { text, keywords }: { text: string; keywords: readonly Keyword[] },
  decided: Decided,
  file: FileIt,
): Promise<Acted> {
  const isChoice = decided.asked === 'which_report' || decided.asked === 'which_or_all'
  const hidden = isChoice && decided.decision === 'unanswered' ? await hideAllMeant(before, text) : undefined
  const from = hidden ? { ...before, own: hidden } : before
  if (hidden && isOnlyWish(text)) return { outcome: 'reply', say: { template: 'noted_all' } }
  const named = from.own.find(({ id }) => id === decided.about)
  // What it is does not hang on the wish beside it.
  const words = { text: besidesWish(text), keywords, cameAt: from.cameAt ?? from.receivedAt }
  const fits = named && (await fitsRather(from, words, decided, named))
  const own = fits ?? named
  const speaksOfIt = decided.decision === 'unanswered' && own && (await namesThingOf(from.tx, words.text, own))
  const said = { ...words, ...(speaksOfIt && { speaksOfIt }) }
  if (decided.decision === 'judged') {
    return act({ ...from, judged: true }, asNew(text, keywords) ?? { kind: 'file', text: text.trim() }, file)
  }
  const idle = own ? undefined : besideWhich(from.own, text, keywords, decided)
  if (idle) return join(from, idle, text, 'note', false)
  const some = own ? [] : await ofWhich(from, said, decided)
  const among = own ? [own] : some
  const isUnsaid = decided.decision === 'unanswered' && decided.asked !== 'why_not'
  const meant = isUnsaid ? await hiddenMeant(from, words.text, among) : undefined
  if (meant)
    return tellHidden(
      from,
      { hidden: meant, some: among },
      { ...words, text },
      {
        file,
        join: (one, what) => join(from, one, text, what, false),
      },
    )
  const content = own || some.length > 0 ? undefined : await contentWith(from, said, decided)
  if (content) return join(from, content, text, 'note', false)
  const isAll = decided.decision === 'all'
  const how = fits ? wordsFor(fits, false) : howDecided(decided, said, own ?? (isAll ? undefined : some[0]))
  if (how === 'both') return fileBeside(from, own ? [own] : some, { text, keywords }, file)
  const each = await tellEach(from, some, text, (one) => join(from, one, text, wordsFor(one, isAll), true))
  if (each && (isAll || each.outcome !== 'command')) return each
  if (isAll && decided.asked !== 'which_report') return hideAll(from, text, file)
  const isChosen = isChoice && decided.decision !== 'unanswered'
  const by = isChosen && own ? { ...from, surelyOf: own.id } : from
  const done = own && how !== 'report' ? await join(by, own, text, how, isChoice) : undefined
  if (done && done.outcome !== 'command') return done
  const understood = asNew(text, keywords) ?? (how === 'report' ? asItStands(text, keywords) : undefined)
  // BARU says that it is about something else; silence does not.
  const beside = isUnsaid ? hiddenBeside(from.own, among) : undefined
  const atLeast = decided.decision === 'report' ? from.atLeast : hiddenByAny([own?.hides, beside?.hides])
  if (understood) return act({ ...from, atLeast }, understood, file)
  return done ?? { outcome: 'command', reason: decided.asked ?? 'unanswered', ...(own ? { reportId: own.id } : {}) }
}

/** "hehe", of which we asked what happened, and nobody said: noted on the newest, for it names nothing of its own. */
function besideWhich(
  own: readonly Own[],
  text: string,
  keywords: readonly Keyword[],
  { decision, asked }: Decided,
): Own | undefined {
  if (decision !== 'unanswered' || asked !== 'what_happened' || !asNew(text, keywords)) return undefined
  const [newest] = nearest(own)
  return newest && !newest.past && namesNothing(text, keywords) ? newest : undefined
}

/** A report of these words, which are told to what they may as well be about; where that is hidden it hears only that it is not done. */
async function fileBeside(
  from: FromSender,
  some: readonly Own[],
  { text, keywords }: { text: string; keywords: readonly Keyword[] },
  file: FileIt,
): Promise<Acted> {
  const [first] = some
  const hides = hiddenByAny([from.atLeast, ...some.map((own) => own.hides), wishesIn(text)])
  const by = { ...from, ...nothingShown }
  for (const own of some)
    if (hides.anonymous || hides.confidential || own !== first) await sayNotDone(by, own.id, text)
    else await join(by, own, text, 'reply', false)
  const understood = asNew(text, keywords) ?? { kind: 'file' as const, text: text.trim() }
  return act({ ...from, atLeast: hides }, understood, file)
}

/** What neither awaits an answer nor a verdict is told, and stays where it is; unless it ended, and the words deny that. */
function wordsFor({ awaits, open }: Own, isAll: boolean): Decision {
  return awaits || (!isAll && !open) ? 'reply' : 'note'
}

/** BARU, of words that only make sense beside another: they are a report all the same, whole. */
function asItStands(text: string, keywords: readonly Keyword[]): Extract<Understood, { kind: 'file' }> | undefined {
  const isTold = goesBackIn(text, keywords) || nudges(withoutKeyword(text, keywords))
  return isTold && !isOnlyWish(text) ? { kind: 'file', text: text.trim() } : undefined
}

/** @param isChoice whether the words may be a command that lacked its report: YA, BELUM …, NILAI 4, RAHASIA */
async function join(from: FromSender, own: Own, text: string, how: Decision, isChoice: boolean): Promise<Acted> {
  // What is said of several is done to none of them.
  if (namesSeveral(text, from.own)) return noteOfSeveral(from, own, text)
  const keyword = isChoice ? await keywordMeantOf(from, own.id, text) : undefined
  if (keyword) return keyword
  const meant = understand(text, [], [own])
  const commands: readonly Understood['kind'][] = [
    'confirm',
    'not_done',
    'rate',
    'raise',
    'several',
    'status',
    'withdraw',
    'lower',
  ]
  if (isChoice && commands.includes(meant.kind)) return act(from, meant)
  const said = { text: replyIn(text, own), isNote: how === 'note' }
  return tellReport({ ...from, heard: text }, own.id, said, { outcome: 'reply', say: { template: 'noted' } })
}

/** The office reads it, without the numbers of the others; what waits for a verdict is asked about alone. */
function noteOfSeveral(from: FromSender, own: Own, text: string): Promise<Acted> {
  const template = own.awaits === 'judgement' ? 'yes_or_no' : 'noted'
  const others = from.own.filter(({ id }) => id !== own.id)
  const note = { text: withoutIds(text, others), isNote: true }
  return tellReport({ ...from, heard: text }, own.id, note, {
    outcome: 'reply',
    say: { template, about: own.trackingId },
  })
}

/** Without the word BALAS; BELUM without a reason says so. */
function replyIn(text: string, own: Own): string {
  if (own.awaits !== 'details') {
    const judged = understand(text, [], [{ ...own, awaits: 'judgement' }])
    if (judged.kind === 'not_done') return judged.text
    if (judged.kind === 'ask' && judged.question === 'why_not') return wordsIn('id').sms_not_done_without_reason
  }
  const meant = understand(text, [], [{ ...own, awaits: 'details' }])
  return meant.kind === 'reply' ? meant.text : text.trim()
}

/** SEMUA: all of them are hidden, and what is said beside the wish is told to those that it may be about. */
async function hideAll(from: FromSender, text: string, file: FileIt): Promise<Acted> {
  const done = await act(from, ofAll(text), file)
  if (isOnlyWish(text)) {
    await noteReason(from, text)
    return done
  }
  if (!asNew(besidesWish(text), [])) return done
  const hides = hiddenByAny([wishesIn(text)])
  const some = nearest(from.own).map((own) => ({ ...own, hides: hiddenByAny([own.hides, hides]) }))
  return (await tellEach(from, some, text, (own) => join(from, own, text, wordsFor(own, true), false))) ?? done
}

/** RAHASIA, ANONIM or both, of everything. */
function ofAll(text: string): Understood {
  const meant = understand(text, [], [{ trackingId: '', open: true }])
  const said = (meant.kind === 'several' ? meant.each : [meant]).flatMap((one) =>
    one.kind === 'raise' ? [one.what] : [],
  )
  const what: Secrecy[] = said.length > 0 ? said : ['confidential']
  const each = what.map((one): Understood => ({ kind: 'raise_all', what: one }))
  return { kind: 'several', each, clauses: each.map(() => text) }
}
