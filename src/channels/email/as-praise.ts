import { accepts } from '../sms/understand/accepts.ts'
import { agreesThroughout } from '../sms/understand/agrees-throughout.ts'
import { idles } from '../sms/understand/idles.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import type { OwnReport, Understood } from '../sms/understand/understand.ts'
import { ratesWell } from './stars-beside.ts'

/**
 * What praise is in an answer to our letter, with nothing against it: of an answer we ask whether it is settled, for nobody closes a report by
 * thanks; of what is closed it is a note. Undefined for everything else.
 */
export function asPraise(text: string, own: OwnReport): Understood | undefined {
  const { trackingId, open, awaits, archived } = own
  const note: Understood = { kind: 'reply', trackingId, text, isNote: true }
  // It objects to nothing, and the objection is there once.
  if (archived && accepts(text)) return note
  const isOver = !open && !archived
  if ((!isOver && awaits !== 'judgement') || text.includes('?')) return undefined
  if (!onlyPraises(text) && !agreesThroughout(text) && !ratesWell(text, own) && !idles(text)) return undefined
  return isOver ? note : { kind: 'ask', question: 'yes_or_no', about: trackingId }
}
