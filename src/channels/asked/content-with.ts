import type { FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { agreesThroughout } from '../sms/understand/agrees-throughout.ts'
import { commandOfThing } from '../sms/understand/command-of-thing.ts'
import { saysOneDone } from '../sms/understand/one-done.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { endedLately, nearest } from '../sms/understand/said.ts'
import { isAnnounced } from '../sms/understand/stands-alone.ts'
import type { Keyword } from '../sms/understand/understand.ts'
import { hiddenBeside } from './beside-hidden.ts'
import { onlyFit } from './fit-of.ts'
import type { Decision } from './kept.ts'
import { mostHidden } from './most-hidden.ts'

/**
 * "lampunya sdh nyala mksh", "dua-duanya sudah", "cek lampu", of which nobody said in a day to which of several it is said: content and commands file nothing and move nothing.
 * They are told to the one that their words fit, else to the most hidden of those that may be meant, for they may tell what stands there.
 */
export async function contentWith(
  { tx, own }: FromSender,
  { text, keywords }: { text: string; keywords: readonly Keyword[] },
  { decision }: { decision: Decision },
): Promise<Own | undefined> {
  const isContent =
    onlyPraises(text) || agreesThroughout(text) || saysOneDone(text) || commandOfThing(text) !== undefined
  if (decision !== 'unanswered' || own.length === 0 || !isContent || isAnnounced(text, keywords)) return undefined
  const judged = own.filter(({ awaits }) => awaits === 'judgement')
  const ended = endedLately(own)
  const some = [judged, nearest(own), ended].find(({ length }) => length > 0) ?? own
  return (await onlyFit(tx, text, own)) ?? hiddenBeside(own, some) ?? mostHidden(some)
}
