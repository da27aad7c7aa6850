import { judge } from './judge.ts'
import { ask, isPolite, type Said, textBeside } from './said.ts'
import type { Word } from './read-words.ts'
import { raise, saysOneThing } from './says-one-thing.ts'
import type { Understood } from './understood.ts'
import { isSoft, onlyCommands, wishBeside } from './wish-beside.ts'

const besides: readonly Understood['kind'][] = [
  'stop',
  'start',
  'help',
  'status',
  'withdraw',
  'rate',
  'confirm',
  'not_done',
  'reply',
]

/**
 * A wish and another command, in any order: RAHASIA ANONIM, CEK 8K2… RAHASIA, "YA, rahasiakan nama saya". What they are about is hidden first, and the
 * command is done; where nobody knows what is to be hidden, that is asked.
 */
export function withWish(said: Said): Understood | undefined {
  const { what, others } = wishBeside(said.bare)
  const left = others.filter(({ means }) => means !== 'reply')
  const isAlone = left.every((word) => isSoft(word) && !mayAgree(said, word))
  if (what.length === 0 || (isAlone && (what.length < 2 || said.asks))) return undefined
  const command = isAlone ? undefined : commandOf(said, { ...said, bare: left, words: left, rest: left })
  if (!command && !onlyCommands(left)) return undefined
  const about = command && 'trackingId' in command ? command.trackingId : undefined
  const raised = what.map(
    (one): Understood => (about ? { kind: 'raise', trackingId: about, what: one } : raise(said, one)),
  )
  const asked = raised.find((one) => one.kind === 'ask')
  const isDone = command && (besides.includes(command.kind) || isVerdictAsked(command))
  if (asked) return isDone && command.kind === 'stop' ? { ...asked, also: command } : asked
  const each = [...raised, ...(isDone ? [command] : [])]
  const [only, ...more] = each
  return more.length === 0 ? only : { kind: 'several', each, clauses: each.map(() => said.text) }
}

function commandOf(said: Said, left: Said): Understood | undefined {
  return saysOneThing(left) ?? (left.bare.length > 0 && onlyCommands(left.bare) ? verdict(said, left) : undefined)
}

/** YA in capitals, or that it is settled, closes; a "ya" beside a wish may be nothing but politeness, and is asked about. BELUM is told whole. */
function verdict(said: Said, left: Said): Understood | undefined {
  const [held] = said.id?.whose === 'own' ? [said.id.report] : said.own.filter(({ awaits }) => awaits)
  const isClear = left.bare.some((word) => word.means === 'done' || word.means === 'not' || saysYes(said, word))
  if (held?.awaits === 'details') {
    const { trackingId } = held
    return isClear ? { kind: 'reply', trackingId, text: textBeside(said) } : { kind: 'status', trackingId }
  }
  const judged = judge(left)
  if (judged?.kind === 'confirm' && !isClear) return ask('yes_or_no', judged.trackingId)
  if (judged?.kind === 'not_done') return { ...judged, text: textBeside(said) }
  const refused = judged?.kind === 'ask' && judged.question === 'why_not' && judged.about
  return refused && held?.trackingId === refused
    ? { kind: 'not_done', trackingId: refused, text: textBeside(said) }
    : judged
}

function isVerdictAsked(command: Understood): boolean {
  return command.kind === 'ask' && command.question === 'yes_or_no'
}

/** YA as we teach it, and as a command of its own: "YA, …", "RAHASIA dan YA"; "RAHASIA YA" may ask for no more than secrecy. */
function saysYes(said: Said, word: Word): boolean {
  const before = beforeOf(said, word)
  const isOwn = !before || before.word === 'dan' || /[,.;:\n]/.test(said.text.slice(before.to, word.from))
  return isOwn && isCapital(said, word)
}

/** Not the "ya" of "rahasia ya pak". */
function mayAgree(said: Said, word: Word): boolean {
  return word.means === 'yes' && (isCapital(said, word) || !beforeOf(said, word))
}

function beforeOf({ bare }: Said, word: Word): Word | undefined {
  return bare.slice(0, bare.indexOf(word)).findLast((one) => !isPolite(one.word) && one.means !== 'reply')
}

/** "YA"; not "ya". */
function isCapital({ text }: Said, { means, from, to }: Word): boolean {
  return means === 'yes' && /^\p{Lu}+$/u.test(text.slice(from, to))
}
