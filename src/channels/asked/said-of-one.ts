import type { FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { goesBack, withoutKeyword } from '../sms/understand/goes-back.ts'
import { isKnownThing } from '../sms/understand/looks-new.ts'
import { ask, endedLately, firstWord, isPolite, readMessage, type Said } from '../sms/understand/said.ts'
import { saysStill } from '../sms/understand/persists.ts'
import { isAnnounced, standsAlone } from '../sms/understand/stands-alone.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { saysWithdrawal } from '../sms/understand/withdraw.ts'
import { fitsByWords, isWord, tellingWords, wordsOf } from './fitting-words.ts'
import type { Heard } from './heard.ts'
import { namesThingOf } from './names-thing-of.ts'

/** More than that tells a story of its own. */
const fewWords = 8

/**
 * "lampunya di depan gereja", of somebody with several open reports, none of which awaits anything: told to the only one that it fits by its words.
 * Of none or several it stays asked which; where it may be a complaint of its own, or of what ended lately, we ask whether it is.
 */
export async function saidOfOne({ tx, own }: FromSender, heard: Heard): Promise<Heard> {
  const { text, keywords, understood } = heard
  if (own.some(({ awaits }) => awaits) || saysWithdrawal(text)) return heard
  const said = readMessage(withoutKeyword(text, keywords), [], own)
  const isAsked = understood.kind === 'ask' && understood.question === 'which_report'
  const isWhich = isAsked && goesBack(said) !== undefined
  const isPlain = understood.kind === 'file' && !understood.agencyId
  const mayBeNew = (isPlain || (isAsked && !isWhich)) && namesKnown(said)
  const opened = isPlain && ((await endedFits(tx, text, own)) ?? (await openFits(tx, heard, own)))
  if (opened) return { ...heard, understood: ask('new_or_reply', opened.trackingId) }
  if (!isWhich && !mayBeNew) return heard
  const fits = await fitsByWords(
    tx,
    text,
    own.filter(({ open }) => open),
  )
  if (!fits) return heard
  const { trackingId } = fits
  if (mayBeNew) return { ...heard, understood: ask('new_or_reply', trackingId) }
  return { ...heard, understood: { kind: 'reply', trackingId, text: text.trim(), isNote: true } }
}

/** "lampu mati", where a lamp was called done lately: the one of which the words speak as well. */
async function endedFits(tx: FromSender['tx'], text: string, own: readonly Own[]): Promise<Own | undefined> {
  const ended = endedLately(own)
  const isLong = readWords(text).filter(({ word }) => !isPolite(word)).length > fewWords
  if (ended.length === 0 || isLong || isAnnounced(text, [])) return undefined
  const told = tellingWords(text)
  const fit = (await wordsOf(tx, ended)).filter(({ words }) =>
    told.some((word) => words.some((one) => isWord(word, one))),
  )
  return fit.length === 1 ? ended.find(({ trackingId }) => trackingId === fit[0]?.trackingId) : undefined
}

/** "lampu mati", "lampu di depan gereja masih mati", where a lamp is in work: the one of which the words speak as well, unless they stand alone. */
async function openFits(
  tx: FromSender['tx'],
  { text, keywords }: Heard,
  own: readonly Own[],
): Promise<Own | undefined> {
  if (isAnnounced(text, keywords) || (standsAlone(text, keywords) && !saysStill(readWords(text)))) return undefined
  const [open, ...others] = own.filter((one) => one.open)
  const isOne = open && others.length === 0
  return isOne && (await namesThingOf(tx, text, open)) ? open : undefined
}

/** "sampahnya di depan gereja": the rubbish that is known, though rubbish is a trouble of its own as well. */
function namesKnown({ words }: Said): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  return told.length <= fewWords && told.slice(0, 2).some(isKnownThing) && firstWord(words)?.means !== 'file'
}
