import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesAnything } from '../arrivals/raised-by.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import type { Understood } from '../sms/understand/understand.ts'
import { frowns } from '../sms/understand/frowns.ts'
import { readMessage } from '../sms/understand/said.ts'
import { isAnnounced } from '../sms/understand/stands-alone.ts'
import { goesBack, withoutKeyword } from '../sms/understand/goes-back.ts'
import { nudges } from '../sms/understand/nudges.ts'
import { saysIdle } from '../sms/understand/tells-nothing.ts'
import { asNew } from './as-new.ts'
import { commandOfOne } from './command-of-one.ts'
import { begunBy, goOn, settleBegun } from './begun.ts'
import type { Heard } from './heard.ts'
import { hideAskedAbout, isOnlyWish } from './hide-asked-about.ts'
import { hideSaidBefore } from './hide-said-before.ts'
import { keywordMeant } from './keyword-meant.ts'
import { judgesBeside } from './judges-beside.ts'
import { allMeant } from './of-several.ts'
import { pickByWords } from './pick-by-words.ts'
import { readAnswer } from './read-answer.ts'
import { askAgain, decide, type Kept, keptOf, keptText } from './kept.ts'
import { hashSaid, wasSaid } from './said-before.ts'
import { saidOfOne } from './said-of-one.ts'
import { saidWithIt } from './said-with-it.ts'
import { whichOfHidden } from './which-of-hidden.ts'

/** The same answer again within a minute is the same answer: nobody presses twice for two questions. */
const sameAnswerMs = 60_000
const lateAnswerMs = 600_000
const becauseMs = 3_600_000
const begins = 'what_happened'
/** What words are asked about that may be the reason. */
const whyNot: readonly string[] = ['new_or_reply', 'yes_or_no']

/**
 * Does what was understood, unless it is the answer to what we asked back; and keeps the words of what we ask back about now.
 * @param work does it, where it is none of both, or what it is together with what was begun before, hidden as that was
 */
export async function withAsked(
  from: FromSender,
  said: Heard,
  work: (understood: Understood, from: FromSender) => Promise<Acted>,
): Promise<Acted> {
  const kept = await keptOf(from)
  const begun = await begunBy(from, kept, said.keywords)
  // To "what happened?" nobody answers BARU.
  const answerable = kept.filter((one) => !begun?.silent.includes(one) && !agrees(from, one))
  const answered = await answer(from, said, answerable)
  if (answered) return answered
  const heard = await whichOfHidden(from, await saidOfOne(from, await commandOfOne(from, said)))
  const whole = begun && goOn(begun, from, said)
  const clear = whole ?? because(from, heard, kept)
  const asked = clear ? undefined : ((await keywordMeant(from, heard)) ?? keepAsked(from, heard))
  if (asked) await hideSaidBefore(from, heard.text)
  if (asked) await hideAskedAbout(from, heard.text, asked.asked?.about)
  if (asked && heard.understood.kind === 'ask' && heard.understood.also) await work(heard.understood.also, from)
  const by = begun && whole ? { ...from, atLeast: hiddenByAny([from.atLeast, begun.hides]) } : from
  const done = asked ?? (await work(clear ?? heard.understood, by))
  if (begun && whole && done.reportId) await settleBegun(from, begun, done)
  const [reasked] = await saidWithIt(from, heard, done, kept)
  return reasked ? { ...done, also: [...(done.also ?? []), await again(from, reasked)] } : done
}

/** "baik pak", kept while our question is open: neither BARU nor BALAS says what it is. */
function agrees({ own }: FromSender, { question, about }: Kept): boolean {
  return question === 'yes_or_no' && own.some(({ id, awaits }) => id === about && awaits === 'details')
}

/** "lampunya mati lagi", within the hour after BELUM alone: why not, for that is what we asked. */
function because(
  { own, setting }: FromSender,
  { text, keywords, understood }: Heard,
  [last]: readonly Kept[],
): Understood | undefined {
  if (last?.question !== 'why_not' || setting.now.getTime() - last.askedAt.getTime() > becauseMs) return undefined
  const report = own.find(({ id, awaits }) => id === last.about && awaits !== 'details')
  if (!report || (understood.kind === 'ask' && understood.about !== report.trackingId)) return undefined
  const isAsked = understood.kind === 'ask' && whyNot.includes(understood.question)
  const isWhy = isAsked || (understood.kind === 'file' && !understood.agencyId && !isAnnounced(text, keywords))
  const tells = saysIdle(readMessage(text, [], own).bare) === undefined
  return isWhy && tells ? { kind: 'not_done', trackingId: report.trackingId, text: text.trim() } : undefined
}

/** What we ask about is kept where it tells something, or where one word more says what to do. */
function keepAsked({ own }: FromSender, { text, keywords, understood }: Heard): Acted | undefined {
  if (understood.kind === 'keyword_alone')
    return { outcome: 'asked', reason: begins, asked: { question: begins }, say: { template: begins } }
  // "baik pak" to our question: said once more, and taken for the answer when nothing else comes.
  if (understood.kind === 'status' && understood.agrees) {
    const about = own.find(({ trackingId }) => trackingId === understood.trackingId)?.id
    const asked = { question: 'yes_or_no', about }
    return { outcome: 'asked', reason: 'yes_or_no', asked, say: { template: 'status', reportId: about } }
  }
  if (understood.kind !== 'ask') return undefined
  const { question, about } = understood
  const isChoice = question === 'which_report' || question === 'which_or_all'
  // RAHASIA for what comes next, and whatever else is said beside a wish.
  const isWished = (question === begins || !isOnlyWish(text)) && wishesAnything(text)
  // BELUM without a reason is a refusal all the same, and so is a thumb down.
  const isRefusal = own.some(({ trackingId }) => trackingId === about) && (question === 'why_not' || frowns(text))
  const isSaid = question === 'yes_or_no' && saysIdle(readMessage(text, [], own).bare) === undefined
  const isBack =
    own.some(({ trackingId, open }) => trackingId === about && !open) ||
    (own.some(({ trackingId }) => trackingId === about) &&
      (goesBack(readMessage(withoutKeyword(text, keywords), [], own)) !== undefined ||
        nudges(withoutKeyword(text, keywords))))
  if (!isChoice && !isWished && !isRefusal && !isSaid && !isBack && !asNew(text, keywords)) return undefined
  const reportId = own.find(({ trackingId }) => trackingId === about)?.id
  return {
    outcome: 'asked',
    reason: question,
    asked: { question, about: reportId },
    say: { template: question, about, reportId },
  }
}

async function answer(
  from: FromSender,
  { text, understood }: Heard,
  kept: readonly Kept[],
): Promise<Acted | undefined> {
  const { tx, own, pair, setting } = from
  const [last] = kept
  const judged = await judgesBeside(from, { text, understood }, last)
  if (judged === 'judge') return undefined
  if (judged && 'outcome' in judged)
    return judged.say ? judged : { ...judged, ...(last && { say: await again(from, last) }) }
  const answer = judged ?? (await pickByWords(from, text, last)) ?? readAnswer(text, last?.question, own)
  if (!answer || (!last && 'trackingId' in answer)) return undefined
  const said = hashSaid(from, 'answered', JSON.stringify(answer))
  const isAgain = answer.as !== 'unclear' && (await wasSaid(from, 'answered', said, last ? sameAnswerMs : lateAnswerMs))
  if (!last) return isAgain ? { outcome: 'command', reason: 'again' } : undefined
  const isOfNone =
    answer.as === 'all' &&
    last.question === 'which_report' &&
    allMeant(own, await keptText(tx, pair, last)).length === 0
  if (answer.as === 'unclear' || isOfNone || isAgain)
    return { outcome: 'command', reason: 'asked_again', say: await again(from, last) }
  const meant = 'trackingId' in answer ? own.find(({ trackingId }) => trackingId === answer.trackingId)?.id : undefined
  await decide(tx, last, answer.as, meant ?? null, setting.now)
  const next = (await keptOf(from)).find((one) => !agrees(from, one))
  const say = next && (await again(from, next))
  return { outcome: 'command', reason: 'answered', words: { said }, ...(say && { say }) }
}

async function again({ tx, own, setting }: FromSender, kept: Kept): Promise<NonNullable<Acted['say']>> {
  await askAgain(tx, kept, setting.now)
  const report = own.find(({ id }) => id === kept.about)
  return { template: kept.question, about: report?.trackingId, reportId: report?.id }
}
