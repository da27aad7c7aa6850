import { judge } from './judge.ts'
import { nameOffice } from './name-office.ts'
import { plainWords } from './plain-words.ts'
import { ask, awaiting, firstWord, isPolite, readMessage, type Said } from './said.ts'
import { sayNew } from './say-new.ts'
import { sayReply } from './say-reply.ts'
import { saysOneThing } from './says-one-thing.ts'
import type { Keyword, OwnReport, Understood } from './understood.ts'

export type { Keyword, OwnReport, Question, Secrecy, Understood } from './understood.ts'

/** The first that understands the message decides; what none of them is sure of is asked back. */
const readers: ((said: Said) => Understood | undefined)[] = [saysOneThing, sayNew, sayReply, judge, plainWords]

/**
 * What an SMS to 1708 wants. Forgiving in writing, strict in meaning: closing, raising and STOP are only ever understood from
 * messages that say nothing else; whatever could be two things becomes a question.
 * @param text the whole message, parts joined
 * @param own what the sending number filed, newest first; nobody else's report is ever acted on
 */
export function understand(text: string, keywords: readonly Keyword[], own: readonly OwnReport[]): Understood {
  const said = readMessage(text, keywords, own)
  if (said.words.length === 0) return withoutWords(said)
  const office = nameOffice(said)
  if (!office) return read(said)
  const isAboutOwn = said.id?.whose === 'own'
  const after = readMessage(office.text, [], own)
  const meant = read(after)
  if (isAboutOwn || meant.kind === 'status') return meant
  return (office.understood.kind === 'file' && insteadOfFiling(after, meant)) || office.understood
}

/** KOTKUPANG YA, KOTKUPANG STOP: the command that people put behind the keyword; KOTKUPANG BELUM … may be either. */
function insteadOfFiling({ rest, own }: Said, meant: Understood): Understood | undefined {
  if (['confirm', 'rate', 'stop', 'start', 'help'].includes(meant.kind)) return meant
  const [answered] = awaiting(own, 'judgement')
  if (answered && firstWord(rest)?.means === 'not') return ask('new_or_reply', answered.trackingId)
  const saysCommand = rest.every(({ word, means }) => means || isPolite(word) || /^\d+$/.test(word))
  return saysCommand ? (meant.kind === 'ask' ? meant : ask('what_happened')) : undefined
}

function read(said: Said): Understood {
  for (const reader of readers) {
    const understood = reader(said)
    if (understood) return understood
  }
  return { kind: 'file', text: said.text.trim() }
}

/** A thumb up is no YA. */
function withoutWords({ text, own }: Said): Understood {
  const [answered] = awaiting(own, 'judgement')
  return answered && text.trim() ? ask('yes_or_no', answered.trackingId) : { kind: 'nothing' }
}
