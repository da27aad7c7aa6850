import { goesOnFromFiled } from './just-filed.ts'
import { looksNew } from './looks-new.ts'
import { nearlyCommands } from './nearly-commands.ts'
import type { Word } from './read-words.ts'
import { replyOn, saysNew } from './reply-on.ts'
import { ask, firstWord, isPolite, type Said, spoken, textBeside } from './said.ts'
import { tellsNothing } from './tells-nothing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { answering, content, following, naming, thanks, wondering } from './words.ts'

const shortReportWords = 7
const longestWonder = 8

/** Words without a command: an answer to the one open question, a new complaint, or too little to tell. */
export function plainWords(said: Said): Understood | undefined {
  const { text, words, rest, id, own } = said
  if (id?.whose === 'own') return besideOwnId(said, id.report)
  if (id?.whose === 'other' && id.words[0] === words[0] && /[A-Z]/.test(id.id)) return ask('no_such_report', id.id)
  const added = goesOnFromFiled(said)
  if (added) return added
  const asked = own.filter(({ awaits }) => awaits)
  const [report, ...others] = asked
  if (!report) return withNothingOpen(said)
  if (others.length > 0)
    return isOnlyKind(words) ? { kind: 'status', trackingId: report.trackingId } : ask('which_report')
  if (report.awaits === 'judgement') return ask(isKind(rest) ? 'yes_or_no' : 'new_or_reply', report.trackingId)
  if (looksNew(spoken(said)) && !tellsNothing(words) && !saysNew(words)) return ask('new_or_reply', report.trackingId)
  return replyOn(report, text, false)
}

function isOnlyKind(words: readonly Word[]): boolean {
  return tellsNothing(words) && words.every(({ might }) => !might.some((command) => command !== 'yes'))
}

function besideOwnId(said: Said, report: OwnReport): Understood {
  const { trackingId, awaits } = report
  if (awaits === 'judgement') return ask('yes_or_no', trackingId)
  // A command mistyped beyond knowing, as likely as a word.
  const isSlip = telling(said.rest).length < 2 && !said.rest.some(({ means }) => means === 'done' || means === 'yes')
  if (!awaits && isSlip) return ask('what_happened', trackingId)
  return replyOn(report, textBeside(said))
}

/** One word tells nobody anything, nor does a command word with one other. */
function withNothingOpen({ text, words, id, own }: Said): Understood {
  const said = telling(words)
  if (id?.whose === 'nobody' && said.length === 1) return ask('no_such_report', id.id)
  if (said.length < 2 || tellsNothing(words) || (said.length === 2 && said.some(nearlyCommands)))
    return ask('what_happened')
  const more = goesOn(words, text, own)
  if (more) return more
  const [open, ...others] = own.filter((report) => report.open)
  if (open && wonders(words)) return others.length > 0 ? ask('which_report') : ask('new_or_reply', open.trackingId)
  return { kind: 'file', text: text.trim() }
}

/** A second SMS of one answer: "dekat pasar juga". Where it does not begin like one it may be a new complaint, and is asked about. */
function goesOn(words: readonly Word[], text: string, own: readonly OwnReport[]): Understood | undefined {
  const told = own.find(({ justTold }) => justTold)
  if (!told || words[0]?.means === 'file' || looksNew({ words: [...words], asks: text.includes('?') })) return undefined
  const first = words.find(({ word }) => !isPolite(word) || naming.has(word))?.word ?? ''
  return answering.has(first) || naming.has(first) || /^\d/.test(first)
    ? { kind: 'reply', trackingId: told.trackingId, text: text.trim(), isNote: true }
    : ask('new_or_reply', told.trackingId)
}

/** "kapan diperbaiki jalannya", "kok belum juga ditangani": short, and rather about what was filed than new. */
function wonders(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  const isAsking = told.slice(0, 2).some(({ word }) => wondering.has(word))
  return isAsking && told.length <= longestWonder && told.some(({ word }) => following.has(word))
}

function telling(words: readonly Word[]): Word[] {
  return words.filter(({ word }) => !isPolite(word) && !/^(\d+|ya|lagi)$/.test(word))
}

/** Thanks, or an agreement that says more than it should: no judgement yet. */
function isKind(rest: Said['rest']): boolean {
  const first = firstWord(rest)
  const isShort = rest.length <= shortReportWords
  return (
    telling(rest).length < 2 ||
    first?.means === 'yes' ||
    first?.means === 'done' ||
    (isShort && rest.some(({ word }) => thanks.has(word) || content.has(word)))
  )
}
