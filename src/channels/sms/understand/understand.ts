import { besideWish } from './beside-wish.ts'
import { frowns } from './frowns.ts'
import { insteadOfFiling } from './instead-of-filing.ts'
import { judge } from './judge.ts'
import { judgeAndFile } from './judge-and-file.ts'
import { withKeywordAtEnd } from './keyword-at-end.ts'
import { wantsLowered } from './lower.ts'
import { nameOffice } from './name-office.ts'
import { nudges } from './nudges.ts'
import { objectTo } from './object-to.ts'
import { partHeard, withRest } from './part-heard.ts'
import { plainWords } from './plain-words.ts'
import { textWithout } from './read-words.ts'
import { ask, awaiting, endedLately, readMessage, type Said } from './said.ts'
import { sayNew } from './say-new.ts'
import { sayReply } from './say-reply.ts'
import { saysOneThing } from './says-one-thing.ts'
import { asksAndTells } from './says-two-things.ts'
import { aboutSeveral } from './several.ts'
import { rateAndSay } from './stars-and-words.ts'
import type { Keyword, OwnReport, Understood } from './understood.ts'
import { withWish } from './with-wish.ts'
import { address } from './words.ts'

export type { Keyword, OwnReport, Question, Secrecy, Understood } from './understood.ts'

/** The first that understands the message decides; what none of them is sure of is asked back. */
const readers: ((said: Said) => Understood | undefined)[] = [
  wantsLowered,
  (said) => besideWish(said, read),
  withWish,
  saysOneThing,
  rateAndSay,
  sayNew,
  sayReply,
  asksAndTells,
  objectTo,
  judge,
  plainWords,
]

/** What does nothing to any report. */
const idle: readonly Understood['kind'][] = ['ask', 'status', 'withdraw', 'lower', 'help', 'nothing']

/**
 * What an SMS to 1708 wants. Forgiving in writing, strict in meaning: closing, raising and STOP are only ever understood from
 * messages that say nothing else; whatever could be two things becomes a question.
 * @param text the whole message, parts joined; of a long one its beginning is understood, and all of it is told
 * @param own what the sending number filed, newest first; nobody else's report is ever acted on
 */
export function understand(text: string, keywords: readonly Keyword[], own: readonly OwnReport[]): Understood {
  const { heard, rest } = partHeard(text)
  const [newest] = own
  const otherwise: Understood = newest ? ask('new_or_reply', newest.trackingId) : { kind: 'file', text: text.trim() }
  return withRest(understandHeard(heard, keywords, own), rest, otherwise)
}

function understandHeard(text: string, keywords: readonly Keyword[], own: readonly OwnReport[]): Understood {
  const said = readMessage(text, keywords, own)
  if (said.words.length === 0) return withoutWords(said)
  const office = nameOffice(said)
  if (!office) return withKeywordAtEnd(behindLapor(said) ?? readWhole(said), keywords)
  const isAboutOwn = said.id?.whose === 'own'
  const after = readMessage(office.text, [], own)
  const meant = readWhole(after, keywords)
  const isAlone = office.understood.kind === 'keyword_alone'
  if (isAboutOwn || (meant.kind === 'status' && !isAlone)) return office.isHidden ? unlessHidden(meant, own) : meant
  if (isAlone && !saysOfOwn(after)) return office.understood
  const instead = insteadOfFiling(after, meant) ?? (isAlone ? meant : undefined)
  if (!instead) return office.understood
  return office.isHidden ? unlessHidden(instead, own) : instead
}

/** "KOTKUPANG belum dibersihkan", "KOTKUPANG kapan diperbaiki", of somebody whose report is open or ended lately: rather about that. */
function saysOfOwn({ text, own }: Said): boolean {
  return own.some(({ past }) => !past) && nudges(text)
}

/** RAHASIA in front of KOTKUPANG YA hides what was filed or what is said now: asked back before anything is done. */
function unlessHidden(meant: Understood, [newest]: readonly OwnReport[]): Understood {
  return idle.includes(meant.kind)
    ? meant
    : ask('new_or_reply', 'trackingId' in meant ? meant.trackingId : newest?.trackingId)
}

/** LAPOR BALAS masih bau, LAPOR BELUM masih bau: as little a new report for sure as behind a keyword. */
function behindLapor({ words, text, keywords, own, id }: Said): Understood | undefined {
  const lapor = words.find(({ word }) => !address.has(word))
  if (lapor?.means !== 'file' || own.length === 0 || id?.whose === 'own') return undefined
  const after = readMessage(textWithout(text, [lapor]), keywords, own)
  return after.words.length > 0 ? insteadOfFiling(after, readWhole(after, keywords)) : undefined
}

/** @param keywords of another report that may be announced in it */
function readWhole(said: Said, keywords = said.keywords): Understood {
  return aboutSeveral(said, read) ?? judgeAndFile({ ...said, keywords }) ?? read(said)
}

function read(said: Said): Understood {
  for (const reader of readers) {
    const understood = reader(said)
    if (understood) return understood
  }
  return { kind: 'file', text: said.text.trim() }
}

/** A thumb up is no YA, and a thumb down is said of an answer, or of what ended lately. */
function withoutWords({ text, own }: Said): Understood {
  const [answered] = awaiting(own, 'judgement')
  const [frownedAt] = frowns(text) ? [answered, ...endedLately(own)].filter((one) => one !== undefined) : []
  if (frownedAt && !frownedAt.open) return ask('new_or_reply', frownedAt.trackingId)
  return answered?.open && text.trim() ? ask('yes_or_no', answered.trackingId) : { kind: 'nothing' }
}
