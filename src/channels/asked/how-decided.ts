import type { OwnReport } from '../sms/understand/understood.ts'
import type { Keyword } from '../sms/understand/understand.ts'
import { accepts } from '../sms/understand/accepts.ts'
import { agreesThroughout } from '../sms/understand/agrees-throughout.ts'
import { answersNothing } from '../sms/understand/answers-nothing.ts'
import { commandOfThing } from '../sms/understand/command-of-thing.ts'
import { denies, disputes } from '../sms/understand/disputes.ts'
import { findId } from '../sms/understand/find-id.ts'
import { frowns } from '../sms/understand/frowns.ts'
import { goesBackIn, withoutKeyword } from '../sms/understand/goes-back.ts'
import { copiesQuestion, maybeNew } from '../sms/understand/judge.ts'
import { idles } from '../sms/understand/idles.ts'
import { isKnownThing } from '../sms/understand/looks-new.ts'
import { callsClear, tellsWhere } from '../sms/understand/made-clear.ts'
import { nudges } from '../sms/understand/nudges.ts'
import { saysOneDone } from '../sms/understand/one-done.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { isOwnComplaint, mayBeOwn } from '../sms/understand/own-complaint.ts'
import { saysStill } from '../sms/understand/persists.ts'
import { readWords, textWithout } from '../sms/understand/read-words.ts'
import { complainsItself } from '../sms/understand/complains-itself.ts'
import { tellsLittle } from '../sms/understand/reply-on.ts'
import { firstWord, isPolite } from '../sms/understand/said.ts'
import { contradicts, goesOn, speaksOfAnswer } from '../sms/understand/speaks-of-answer.ts'
import { isAnnounced, longest, namesPlace, standsAlone } from '../sms/understand/stands-alone.ts'
import type { Decision } from './kept.ts'

/** The words that were kept, and when they came. */
type Words = {
  text: string
  keywords: readonly Keyword[]
  cameAt: Date | undefined
  /** They name a thing that stands in the report. */
  speaksOfIt?: boolean
}

/** `both`: a report of their own, over which the answered one is not closed either. */
export type How = Decision | 'both'

/**
 * What words are that were neither taken back nor explained for a day (domain, section 5: "What a reporter's message does"). About an answer, a closing
 * or an archived report they are told to it and move it, unless they are idle; what stands as a complaint of its own is a report. To our question
 * they are a report where they complain themselves; to a report in work they are told, unless they stand alone or speak of something else.
 */
export function howDecided(
  { decision, asked }: { decision: Decision; asked: string | null },
  { text, keywords, cameAt, speaksOfIt }: Words,
  own: OwnReport | undefined,
): How {
  if (decision !== 'unanswered') return decision
  if (!own) return 'report'
  // It was said of what it is about.
  if (asked === 'why_not') return own.open && !own.awaits ? 'note' : 'reply'
  // "baik pak", and nothing else came.
  if (asked === 'yes_or_no' && own.awaits === 'details') return 'reply'
  const how = leastLost({ text, keywords, cameAt, speaksOfIt }, own)
  const isNew = how === 'report' || how === 'both'
  // BALAS, or its number, says that it is no report of its own: never swallowed, and at least a note.
  return isNew && isTold(text, own) ? (own.awaits ? 'reply' : 'note') : how
}

function isTold(text: string, own: OwnReport): boolean {
  const words = readWords(text)
  return firstWord(words)?.means === 'reply' || findId(words, [own])?.whose === 'own'
}

function leastLost({ text, keywords, cameAt, speaksOfIt }: Words, own: OwnReport): How {
  const said = behindFront(text, keywords)
  const isNew = standsAlone(text, keywords)
  // Said before it was settled, or longer ago than it can be opened: it opens nothing again.
  const isSettled = own.past || (!own.awaits && own.closedAt && cameAt && own.closedAt >= cameAt)
  if (isSettled) return isNew ? 'report' : 'note'
  const isOwed = own.awaits === 'judgement' && !isNew
  if (isOwed && frowns(said)) return 'reply'
  if (own.awaits !== 'details' && idles(said)) return 'note'
  if (onlyPraises(said) || agreesThroughout(said) || copiesQuestion(said) || commandOfThing(said)) return 'note'
  if (isOwed && disputes(said)) return 'reply'
  if (isOwed && saysOneDone(said)) return 'note'
  if (isIdle(said, own)) return 'note'
  if (own.awaits === 'details') return complainsItself(text, said) ? 'report' : 'reply'
  // "sd maulafa", soon after "kelas empat": the second half of an answer.
  if (own.justTold && own.open && !own.awaits && tellsWhere(said)) return 'note'
  if (own.open && !own.awaits) return isBesideWork({ text, keywords, speaksOfIt }, said) ? 'report' : 'note'
  if (beginsWithNot(said)) return isAnnounced(text, keywords) && maybeBeside(said) ? 'report' : 'reply'
  if (own.archived && accepts(said)) return 'note'
  if (own.unclear && callsClear(said)) return 'reply'
  if (isNew) return ofOwn(said, isAnnounced(text, keywords))
  if (!own.open && !own.unclear && !speaksOfIt && isElsewhere(said)) return 'report'
  return own.open || own.unclear || goesOn(said) || !tellsOf(said) ? 'reply' : 'note'
}

/**
 * What is no part of a report in work: what stands alone, or complains of a thing of which that report says nothing. What goes on from it, says that it is
 * still so, or tells no trouble is told to it.
 */
function isBesideWork({ text, keywords, speaksOfIt }: Omit<Words, 'cameAt'>, said: string): boolean {
  if (goesBackIn(said, []) || beginsWithNot(said)) return false
  if (speaksOfIt && saysStill(readWords(said))) return false
  return isOwnComplaint(text, keywords) ? standsAlone(text, keywords) || !speaksOfIt : !speaksOfIt && mayBeOwn(said)
}

/** "warga menolak tambang", of somebody whose report is over: nothing in it speaks of that one. */
function isElsewhere(said: string): boolean {
  const told = readWords(said).filter(({ word }) => !isPolite(word))
  return (
    told.length >= fewestElsewhere &&
    !told.some(isKnownThing) &&
    !speaksOfAnswer(said) &&
    !goesOn(said) &&
    mayBeOwn(said)
  )
}

const fewestElsewhere = 3

/** Greetings, a promise to look, "maksudnya apa?"; of what ended with YA also who only asks when. */
function isIdle(said: string, { awaits, open, archived }: OwnReport): boolean {
  if (nudges(said)) return awaits !== 'judgement' && !archived && (open || !beginsWithNot(said))
  if (wonders.test(said)) return false
  const words = readWords(said)
  return answersNothing(said) !== undefined || (awaits !== 'details' && tellsLittle(words) && !words.some(denies))
}

const wonders = /\b(?:apaan|gimana|gmn|bagaimana|bgmn)\b/i

/** A complaint of its own, of somebody who was answered: where it may as well be about the answer, both. */
function ofOwn(said: string, announced: boolean): How {
  if (announced) return contradicts(said) ? 'both' : 'report'
  if (!speaksOfAnswer(said)) return 'report'
  return readWords(said).filter(({ word }) => !isPolite(word)).length > longest ? 'both' : 'reply'
}

/** "lampunya di depan gereja", "dekat pasar oeba": of what is over it opens nothing, unless it is what was missing. */
function tellsOf(said: string): boolean {
  const words = readWords(said)
  return words.some(isKnownThing) || namesPlace(words)
}

function maybeBeside(said: string): boolean {
  return maybeNew({ rest: readWords(said), text: said })
}

/** BELUM in front, or a denial anywhere: what may not be closed over, whichever report it is about. */
export function saysNotDone(text: string, keywords: readonly Keyword[]): boolean {
  const said = behindFront(text, keywords)
  return beginsWithNot(said) || disputes(said) || speaksOfAnswer(said)
}

/** Without LAPOR or the keyword of an office in front: they say nothing of what is said about an answer. */
function behindFront(text: string, keywords: readonly Keyword[]): string {
  const behind = withoutKeyword(text, keywords)
  const words = readWords(behind)
  const lapor = firstWord(words)
  return (lapor?.means === 'file' ? textWithout(behind, [lapor]) : behind).trim()
}

function beginsWithNot(text: string): boolean {
  return firstWord(readWords(text))?.means === 'not'
}
