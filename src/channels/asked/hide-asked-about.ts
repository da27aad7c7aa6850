import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { raisedBy, wishesIn, wishesAnything } from '../arrivals/raised-by.ts'
import { raiseAsked, raiseWished, tellReport } from '../arrivals/tell-report.ts'
import { withoutWishes } from '../arrivals/without-wishes.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { asReporter } from '../sms/as-reporter.ts'
import type { Own } from '../sms/own-reports.ts'
import { looksNew } from '../sms/understand/looks-new.ts'
import { mayWish } from '../sms/understand/may-wish.ts'
import { isReasoned } from '../sms/understand/reasoned-wish.ts'
import { isPolite, nearest, readMessage } from '../sms/understand/said.ts'
import { isAnother } from '../sms/understand/stands-alone.ts'

/** So many words behind RAHASIA tell something. */
const fewest = 3

/**
 * While we ask whether words are for a report, that report is hidden as they wish, at once (secrecy.md): who hides too much takes it back. Not where they
 * are clearly another complaint: its wish is for that one. What only may be a wish hides it as well: it cannot be called back once it is read.
 * @param reportId the report that is asked about
 */
export async function hideAskedAbout(from: FromSender, text: string, reportId: string | undefined): Promise<void> {
  const own = from.own.find(({ id }) => id === reportId)
  if (!own || isForAnother(text)) return
  if (wishesAnything(text)) await hide(from, own, text)
  else if (mayWish(text)) await hideAll(from, own)
}

/** What words are that ask to be hidden, without that; a wish and nothing else stays as it is. */
export function besidesWish(text: string): string {
  return wishesAnything(text) ? withoutWishes(text) : text
}

/** Nothing but a wish, and perhaps why: never a report of its own. */
export function isOnlyWish(text: string): boolean {
  return wishesAnything(text) && (withoutWishes(text) === text || hasReason(text))
}

/**
 * A wish of which nobody said for a day of which report it is: of all that it may have been. A report that stays open though its reporter asked to hide it
 * cannot be called back; one that is hidden too much they open themselves.
 * @returns their reports as they are then; undefined where nothing is wished, or for another complaint
 */
export async function hideAllMeant(from: FromSender, text: string): Promise<FromSender['own'] | undefined> {
  if (!wishesAnything(text) || isForAnother(text)) return undefined
  const some = nearest(from.own)
  for (const own of some) await hide(from, own, text)
  await noteReason(from, text)
  return from.own.map((own) => (some.includes(own) ? { ...own, hides: hiddenByAny([own.hides, wishesIn(text)]) } : own))
}

/** Why they wish it, to the newest alone: the same words in two reports would tell that one person filed both. */
export async function noteReason(from: FromSender, text: string): Promise<void> {
  const [newest] = nearest(from.own)
  if (newest && hasReason(text))
    await tellReport({ ...from, heard: text }, newest.id, { text, isNote: true }, { outcome: 'reply' })
}

function hasReason(text: string): boolean {
  return isReasoned(readMessage(text, [], []).bare)
}

function hide(from: FromSender, { id }: Own, text: string): Promise<Acted> {
  return asReporter(from.tx, id, { outcome: 'reply' }, (actor) => raiseWished(from, actor, id, text))
}

function hideAll(from: FromSender, { id }: Own): Promise<Acted> {
  return asReporter(from.tx, id, { outcome: 'reply' }, (actor) => raiseAsked(from, actor, id, 'confidential'))
}

/** A thing and a trouble of its own; behind RAHASIA and ANONIM also what only looks like one, for so we teach to begin a report. */
function isForAnother(text: string): boolean {
  if (hasReason(text)) return false
  const told = withoutWishes(text)
  const { raise, text: behind } = raisedBy(text)
  const isInFront = raise !== undefined && behind !== text && behind !== text.trim()
  const said = readMessage(told, [], [])
  return (
    isAnother(told) || (isInFront && said.bare.filter(({ word }) => !isPolite(word)).length >= fewest && looksNew(said))
  )
}
