import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Own } from '../sms/own-reports.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { actOnOwn } from './act.ts'
import type { Acted, FromAddress } from './acting.ts'
import { ownReply } from './own-words.ts'
import type { Machine } from './read/judge-machine.ts'
import type { TakenMail } from './take-email.ts'
import { understandReply } from './understand-mail.ts'
import { understandTaken } from './understand-taken.ts'

/** Under a machine's mark: what reads like a report lies before the national desk. Nobody is answered, for two machines never stop. */
export function maybePerson(from: FromAddress, taken: TakenMail, maybe: Machine): Acted {
  const understood = understandTaken(from, taken)
  const reads =
    taken.mail.encrypted ||
    (taken.fewer > 0 && understood.kind === 'nothing') ||
    (understood.kind === 'file' && saysSomething(understood.text))
  return reads && !from.isFlood
    ? { outcome: 'quarantined', reason: 'maybe_machine' }
    : { outcome: 'refused', reason: maybe }
}

/** Whoever says these is heard, for what is hidden too often is mended, and silence harms no machine. */
const harmless: readonly Understood['kind'][] = ['raise', 'raise_all', 'stop']

/** The same in answer to a letter of ours: the office reads it, and nothing moves by it. */
export async function noteOfMaybe(from: FromAddress, { mail }: TakenMail, own: Own, maybe: Machine): Promise<Acted> {
  const { sender, isFlood } = from
  const text = mail.encrypted ? '' : cleanText(ownReply(mail, sender))
  if (isFlood || !saysSomething(text)) return { outcome: 'refused', reason: maybe, reportId: own.id }
  const understood = understandReply(text, own)
  if (harmless.includes(understood.kind)) return { ...(await actOnOwn(from, own, understood, text)), say: undefined }
  const noted = await tellReport(from, own.id, { text, isNote: true }, { outcome: 'reply' })
  return { ...noted, say: undefined }
}
