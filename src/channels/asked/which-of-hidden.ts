import type { FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { findId } from '../sms/understand/find-id.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { saysStill } from '../sms/understand/persists.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { ask, nearest } from '../sms/understand/said.ts'
import { isAnnounced } from '../sms/understand/stands-alone.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { hiddenMeant } from './beside-hidden.ts'
import { onlyFit } from './fit-of.ts'
import type { Heard } from './heard.ts'
import { rank } from './most-hidden.ts'

/** What asks about one report as if no other could be meant. */
const ofThat: readonly string[] = ['new_or_reply', 'yes_or_no']

/**
 * What would be told to a report, or asked about, because it is the newest or the one that was answered: "uangnya sdh dikembalikan terima kasih" of somebody who
 * has a hidden one besides is asked which, and no word of that one is said. Thanks that name a thing are of the only one that it stands in, else asked about.
 */
export async function whichOfHidden(from: FromSender, heard: Heard): Promise<Heard> {
  const { text, understood } = heard
  if (isStillSo(heard)) return (await hiddenStill(from, text)) ? { ...heard, understood: ask('which_report') } : heard
  const named = guessed(understood, text)
  const report = from.own.find(({ trackingId }) => trackingId === named)
  if (!report || findId(readWords(text), [report])?.whose === 'own') return heard
  const note = understood.kind === 'reply' && understood.isNote ? understood : undefined
  const fits = note && (await betterFit(from, text))
  if (fits) return { ...heard, understood: { ...note, trackingId: fits.trackingId } }
  const isHidden = (await hiddenMeant(from, text, [report])) !== undefined
  const isOfAny = note && onlyPraises(text) && nearest(from.own).some((one) => one !== report)
  return isHidden || isOfAny ? { ...heard, understood: ask('which_report') } : heard
}

/** "kepala sekolah masih minta uang": what would be filed, open, though they say that it is known. */
function isStillSo({ text, keywords, understood }: Heard): boolean {
  const isPlain = understood.kind === 'file' && !understood.agencyId && !understood.raise
  return isPlain && !isAnnounced(text, keywords) && saysStill(readWords(text))
}

/** Whether it may be of a hidden one, besides one of which it is not; of one alone other rules ask. */
async function hiddenStill({ tx, own }: FromSender, text: string): Promise<boolean> {
  const some = own.filter(({ past }) => !past)
  if (some.length < 2 || !some.some((one) => rank(one) > 0)) return false
  return (await onlyFit(tx, text, some)) === undefined
}

/** The report of which we only guess that words are. An answer to our question is none, unless it praises. */
function guessed(understood: Understood, text: string): string | undefined {
  if (understood.kind === 'reply') return understood.isNote || onlyPraises(text) ? understood.trackingId : undefined
  return understood.kind === 'ask' && ofThat.includes(understood.question) ? understood.about : undefined
}

async function betterFit({ tx, own }: FromSender, text: string): Promise<Own | undefined> {
  const some = nearest(own)
  return some.length > 1 ? onlyFit(tx, text, some) : undefined
}
