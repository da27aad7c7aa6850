import { onlyThanks } from '../arrivals/only-thanks.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { type OwnReport, type Understood, understand } from '../sms/understand/understand.ts'
import { ratesWell } from './stars-beside.ts'

/** What we are called, in thanks and wishes for us: "terima kasih LAPOR", "semoga LAPOR makin maju". It reports nothing there. */
const us =
  /(?<=\b(?:kasih|makasih|trims|thanks?|tim|admin|min|semoga|salut|buat|untuk|kepada) )(?:sp4n[- ]?)?lapor\b!?/giu
const excuse =
  /^\s*(?:mohon )?maaf (?:saya )?(?:baru|telat|terlambat|lama|lambat) (?:(?:mem)?balas|(?:mem)?baca|menjawab|jawab|respon|merespon)(?:nya)?\s*$/i

/**
 * What praise is in an answer to our letter, with nothing against it: of an answer we ask whether it is settled, for nobody closes a report by
 * thanks; of what is closed it is a note. Undefined for everything else.
 */
export function asPraise(text: string, own: OwnReport): Understood | undefined {
  const { trackingId, open, awaits, archived } = own
  const isOver = !open && !archived
  if ((!isOver && awaits !== 'judgement') || text.includes('?')) return undefined
  const said = text.replace(us, '')
  if (!onlyPraises(said) && !isContent(said, own) && !ratesWell(text, own)) return undefined
  return isOver
    ? { kind: 'reply', trackingId, text, isNote: true }
    : { kind: 'ask', question: 'yes_or_no', about: trackingId }
}

/** "Iya sudah diperbaiki, maaf telat balas.": every clause agrees, thanks or excuses. */
function isContent(text: string, { trackingId }: OwnReport): boolean {
  const answered: OwnReport = { trackingId, open: true, awaits: 'judgement' }
  const clauses = text.split(/[,.;!\n]+/).filter((clause) => /\p{L}/u.test(clause))
  const agrees = (clause: string) => understand(clause, [], [answered]).kind === 'confirm'
  return clauses.some(agrees) && clauses.every((clause) => agrees(clause) || onlyThanks(clause) || excuse.test(clause))
}
