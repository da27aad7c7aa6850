import { ratesWell } from '../sms/understand/stars-beside.ts'
import { accepts } from '../sms/understand/accepts.ts'
import { agreesThroughout } from '../sms/understand/agrees-throughout.ts'
import { idles } from '../sms/understand/idles.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { praisesThroughout } from '../sms/understand/praises-throughout.ts'
import type { OwnReport, Understood } from '../sms/understand/understand.ts'

/** UTF-16 units: in a longer text a word of thanks is not all that is said, unless every clause of it is praise. */
const longest = 160

/**
 * What praise is in an answer to our letter or below our post, with nothing against it: of an answer we ask whether it is settled, for nobody closes a
 * report by thanks; of what is closed it is a note. Undefined for everything else.
 */
export function asPraise(text: string, own: OwnReport): Understood | undefined {
  const { trackingId, open, awaits, archived } = own
  const note: Understood = { kind: 'reply', trackingId, text, isNote: true }
  const isShort = text.length <= longest
  // It objects to nothing, and the objection is there once.
  if (archived && ((isShort && accepts(text)) || praisesThroughout(text))) return note
  const isOver = !open && !archived
  if ((!isOver && awaits !== 'judgement') || text.includes('?')) return undefined
  const praises =
    praisesThroughout(text) ||
    (isShort && (onlyPraises(text) || agreesThroughout(text) || ratesWell(text, own) || idles(text)))
  if (!praises) return undefined
  return isOver ? note : { kind: 'ask', question: 'yes_or_no', about: trackingId }
}
