import { goesBack } from './goes-back.ts'
import { judge } from './judge.ts'
import { textWithout, type Word } from './read-words.ts'
import { replyOn } from './reply-on.ts'
import { ask, awaiting, firstWord, isPolite, readMessage, type Said, textBeside } from './said.ts'
import { saysOneThing } from './says-one-thing.ts'
import { commands, type Understood } from './understood.ts'
import { withWish } from './with-wish.ts'
import { spellings } from './words.ts'

/** BALAS <id> …, <id> … BALAS, or BALAS … where only one report can be meant; mistyped only beside one's own ID. LAPOR in front says no more. */
export function sayReply(said: Said): Understood | undefined {
  const { id, own, text, words } = said
  const balas = wordBalas(said)
  if (!balas || !isSure(said, balas)) return undefined
  const gone = [...words.slice(0, words.indexOf(balas)).filter(({ means }) => means === 'file'), balas]
  const command = commandIn(readMessage(textWithout(text, gone), [], own))
  if (command) return command
  if (id?.whose === 'own') return replyOn(id.report, textBeside(said, ...gone))
  if (id && words.indexOf(balas) === words.findIndex((word) => word === id.words[0]) - 1) {
    return ask('no_such_report', id.id)
  }
  const asked = own.filter(({ awaits }) => awaits)
  const [details, ...others] = awaiting(own, 'details')
  const report = details && others.length === 0 ? details : asked.length === 1 ? asked[0] : undefined
  const isElsewhere = report?.awaits === 'judgement' && own.some((one) => one.open && !one.awaits)
  if (isElsewhere && goesBack(readMessage(textWithout(text, gone), [], own)))
    return ask('which_report', report.trackingId)
  if (report) return replyOn(report, textWithout(text, gone))
  if (asked.length > 1) return ask('which_report')
  return own[0] && ask('new_or_reply', own[0].trackingId)
}

/** Whether BALAS is said for sure. */
export function saysBalas(said: Said): boolean {
  const balas = wordBalas(said)
  return balas !== undefined && isSure(said, balas)
}

function isSure({ id }: Said, balas: Word): boolean {
  return id?.whose === 'own' || spellings.reply.includes(balas.word)
}

const behindBalas: readonly Understood['kind'][] = [...commands, 'raise', 'raise_all']

/** Our own SMS say "balas CEK", "Balas YA atau BELUM": whoever writes BALAS YA gives the judgement that we asked for, or the command. */
function commandIn(said: Said): Understood | undefined {
  const { bare, rest, own } = said
  // A number alone says which report, no more.
  if (bare.every(({ word }) => isPolite(word))) return undefined
  const meant = withWish(said) ?? saysOneThing(said)
  if (meant) return meant
  const judged = judge(said)
  // Which of them is judged, the question of another does not say.
  if (judged?.kind === 'ask' && judged.question === 'which_report' && isVerdict(said)) return judged
  if (judged?.kind === 'not_done' || (judged?.kind === 'ask' && judged.question === 'why_not'))
    return firstWord(rest)?.means === 'not' && awaiting(own, 'judgement').length > 0 ? judged : undefined
  return judged && behindBalas.includes(judged.kind) ? judged : undefined
}

/** YA, "sudah selesai" or BELUM; "masih di depan masjid" may be an answer. */
function isVerdict({ rest }: Said): boolean {
  const first = firstWord(rest)?.means
  return first === 'not' || first === 'yes' || first === 'done'
}

function wordBalas({ rest, id }: Said): Word | undefined {
  const first = rest.find(({ word }) => !isPolite(word))
  const last = id?.whose === 'own' ? rest.at(-1) : undefined
  return [first, last].find((word) => word?.means === 'reply')
}
