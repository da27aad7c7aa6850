import { judge } from './judge.ts'
import { textWithout, type Word } from './read-words.ts'
import { ask, awaiting, firstWord, isPolite, readMessage, type Said, textBeside } from './said.ts'
import { saysOneThing } from './says-one-thing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { spellings } from './words.ts'

/** BALAS <id> …, <id> … BALAS, or BALAS … where only one report can be meant; mistyped only beside one's own ID. */
export function sayReply(said: Said): Understood | undefined {
  const { id, own, text, words } = said
  const balas = wordBalas(said)
  const command = balas && isSure(said, balas) ? commandIn(textWithout(text, [balas]), own) : undefined
  if (command) return command
  if (balas && id?.whose === 'own') return replyTo(id.report, textBeside(said, balas))
  if (!balas || !isSure(said, balas)) return undefined
  if (id && id.whose !== 'own' && words.indexOf(balas) === words.findIndex((word) => word === id.words[0]) - 1) {
    return ask('no_such_report', id.id)
  }
  const asked = own.filter(({ awaits }) => awaits)
  const [details, ...others] = awaiting(own, 'details')
  const report = details && others.length === 0 ? details : asked.length === 1 ? asked[0] : undefined
  if (report) return replyTo(report, textWithout(text, [balas]))
  if (asked.length > 1) return ask('which_report')
  return own[0] && ask('new_or_reply', own[0].trackingId)
}

function isSure({ id }: Said, balas: Word): boolean {
  return id?.whose === 'own' || spellings.reply.includes(balas.word)
}

/** Our own SMS say "Balas YA atau BELUM": whoever writes BALAS YA gives the judgement that we asked for, or the command. */
function commandIn(text: string, own: readonly OwnReport[]): Understood | undefined {
  const said = readMessage(text, [], own)
  const meant = saysOneThing(said) ?? judge(said)
  if (meant?.kind === 'not_done' || (meant?.kind === 'ask' && meant.question === 'why_not'))
    return firstWord(said.rest)?.means === 'not' && awaiting(own, 'judgement').length > 0 ? meant : undefined
  return meant && ['confirm', 'rate', 'stop', 'start'].includes(meant.kind) ? meant : undefined
}

function wordBalas({ rest, id }: Said): Word | undefined {
  const first = firstWord(rest)
  const last = id?.whose === 'own' ? rest.at(-1) : undefined
  return [first, last].find((word) => word?.means === 'reply')
}

function replyTo({ trackingId }: OwnReport, text: string): Understood {
  const isEmpty = text.split(/[^\p{L}\p{N}]+/u).every((word) => isPolite(word.toLowerCase()) || word === '')
  return isEmpty ? ask('what_happened', trackingId) : { kind: 'reply', trackingId, text }
}
