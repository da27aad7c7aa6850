import { accepts } from './accepts.ts'
import { answersNothing } from './answers-nothing.ts'
import { asksWhySo } from './asks-why-so.ts'
import { goesBack } from './goes-back.ts'
import { goesOnFromFiled } from './just-filed.ts'
import { idles } from './idles.ts'
import { looksNew } from './looks-new.ts'
import { withoutNotKnowing } from './knows-not.ts'
import { archivedUnclear, callsClear, tellsWhere } from './made-clear.ts'
import { nearlyCommands } from './nearly-commands.ts'
import { nudges } from './nudges.ts'
import { onlyPraises } from './only-praises.ts'
import { isOwnComplaint } from './own-complaint.ts'
import type { Word } from './read-words.ts'
import { notedOn, replyOn, saysNew } from './reply-on.ts'
import { ask, endedLately, firstWord, isPolite, nearest, readMessage, type Said, spoken, textBeside } from './said.ts'
import { speaksOfAnswer } from './speaks-of-answer.ts'
import { enough, isAnnounced, standsAlone } from './stands-alone.ts'
import { tellsNothing } from './tells-nothing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { address, answering, content, following, naming, thanks, wondering } from './words.ts'

const shortReportWords = 7
const longestWonder = 8
const shortPraise = 4

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
  const none = answersNothing(text)
  if (others.length > 0) {
    if (isOnlyKind(words) || none === 'kindness') return { kind: 'status', trackingId: report.trackingId }
    return none || nudges(text) ? notedOn(report, text) : ask('which_report')
  }
  if (report.awaits === 'judgement' && report.open && isAboutAny(said, report, none))
    return ask('which_report', report.trackingId)
  if (report.awaits === 'judgement' && report.open)
    return ask(isKind(rest) || none || nudges(text) || idles(text) ? 'yes_or_no' : 'new_or_reply', report.trackingId)
  if (report.awaits === 'judgement')
    return none === 'kindness' || isOnlyKind(words) || idles(text)
      ? { kind: 'status', trackingId: report.trackingId }
      : ask('new_or_reply', report.trackingId)
  if (none) return replyOn(report, text, false)
  if (looksNew(beyondNotKnowing(said)) && !tellsNothing(words) && !saysNew(words))
    return ask('new_or_reply', report.trackingId)
  return replyOn(report, text, false)
}

/** "saya kurang tahu, coba tanya ketua RT" answers. */
function beyondNotKnowing(said: Said): Pick<Said, 'words' | 'asks'> {
  const behind = withoutNotKnowing(said.text)
  return behind === said.text ? spoken(said) : spoken(readMessage(behind, [], []))
}

/** "lampunya masih mati", while another of theirs is in work: of which, they do not say. */
function isAboutAny(said: Said, report: OwnReport, none: string | undefined): boolean {
  const isElsewhere = said.own.some((one) => one !== report && one.open && !one.awaits)
  return isElsewhere && !none && !nudges(said.text) && goesBack(said) !== undefined
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
function withNothingOpen(heard: Said): Understood {
  const { text, words, id, own } = heard
  const said = telling(words)
  const [newest] = nearest(own)
  if (answersNothing(text) === 'kindness')
    return newest ? { kind: 'status', trackingId: newest.trackingId } : ask('what_happened')
  if (newest && praisesIt(said, text))
    return { kind: 'reply', trackingId: newest.trackingId, text: text.trim(), isNote: true }
  if (newest?.archived && accepts(text))
    return { kind: 'reply', trackingId: newest.trackingId, text: text.trim(), isNote: true }
  if (idles(text)) return newest ? { kind: 'status', trackingId: newest.trackingId } : ask('what_happened')
  const [why, ...whyAlso] = nearest(own)
  if (why && !why.past && (why.open || why.archived) && asksWhySo(text))
    return whyAlso.length > 0 ? ask('which_report') : notedOn(why, text)
  const unclear = archivedUnclear(own)
  if (unclear && (tellsWhere(text) || callsClear(text))) return ask('new_or_reply', unclear.trackingId)
  if (asksWhoWeAre(words) && !(newest?.open && goesBack(heard))) return { kind: 'help' }
  if (nudges(text))
    return nudged(
      newest,
      text,
      words.some(({ means }) => means === 'file'),
    )
  if (id?.whose === 'nobody' && said.length === 1) return ask('no_such_report', id.id)
  const back = goOnFrom(heard)
  const isLittle = said.length < 2 || tellsNothing(words) || (said.length === 2 && said.some(nearlyCommands))
  const [ended, ...also] = endedLately(own)
  if (ended && said.length > 0 && !tellsNothing(words) && mayOpen(heard, ended))
    return also.length > 0 ? ask('which_report') : ask('new_or_reply', ended.trackingId)
  if (isLittle && (!back || goesBack(heard) === 'vague')) return ask('what_happened')
  const more = goesOn(words, text, own) ?? back
  if (more) return more
  const [open, ...others] = own.filter((report) => report.open)
  if (open && wonders(words)) return others.length > 0 ? ask('which_report') : ask('new_or_reply', open.trackingId)
  return fileOrAsk(heard)
}

/** Of somebody who has a report that is open, or ended lately, what is no complaint of its own may as well go on from that one: we ask. */
function fileOrAsk({ text, keywords, own }: Said): Understood {
  const [meant, ...others] = nearest(own).filter(({ past }) => !past)
  if (!meant || isOwnComplaint(text, keywords)) return { kind: 'file', text: text.trim() }
  return others.length > 0 ? ask('which_report') : ask('new_or_reply', meant.trackingId)
}

/**
 * Short, and no complaint of its own: what has ended is perhaps to be opened again. "eh salah, belum beres pak", within the day of YA whatever it says, and
 * later where it says so.
 */
function mayOpen({ text, words }: Said, { starsAsked }: OwnReport): boolean {
  const isShort = words.filter(({ word }) => !isPolite(word)).length < enough
  return isShort && !isAnnounced(text, []) && !standsAlone(text) && (starsAsked === true || speaksOfAnswer(text))
}

/** Told to whoever has the newest that is open; of what has ended we ask whether it is to be opened again. */
function nudged(newest: OwnReport | undefined, text: string, isNew: boolean): Understood {
  if (!newest || newest.past) return ask('what_happened')
  return newest.open && !isNew ? notedOn(newest, text) : ask('new_or_reply', newest.trackingId)
}

const aboutUs = new Set(
  'siapa mana dari apa dengan info nomor nomer no ini itu anda kamu sms kok tahu tau dapat ya salah sambung kirim orang'.split(
    ' ',
  ),
)

/** "Info dari mana nomor ini?", "siapa ini", "salah sambung". */
function asksWhoWeAre(words: readonly Word[]): boolean {
  const said = words.filter(({ word }) => !address.has(word)).map(({ word }) => word)
  const asks = /\b(?:siapa|dari mana|salah sambung|salah kirim|salah nomor|salah orang|nomor apa|nomer apa)\b/.test(
    said.join(' '),
  )
  return asks && said.length > 1 && said.every((word) => aboutUs.has(word) || isPolite(word))
}

/** What goes on from the only one that is open, or that ended lately: asked about, unless it surely is for that one; of several we ask which. */
function goOnFrom(heard: Said): Understood | undefined {
  const [newest, ...others] = nearest(heard.own)
  const how = newest && !newest.past ? goesBack(heard) : undefined
  if (!newest || !how || (how === 'vague' && !newest.open)) return undefined
  if (others.length > 0) return ask('which_report')
  const { trackingId, open } = newest
  return how === 'surely' && open
    ? { kind: 'reply', trackingId, text: heard.text.trim(), isNote: true }
    : ask('new_or_reply', trackingId)
}

/** "sdh bagus skrg pak mksh": short, glad, and of nothing but what was done. */
function praisesIt(told: readonly Word[], text: string): boolean {
  const isDone = told.some(({ word, means }) => means === 'done' || content.has(word))
  return told.length <= shortPraise && isDone && onlyPraises(text)
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
