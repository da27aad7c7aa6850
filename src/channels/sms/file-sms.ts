import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { fileArrived } from '../arrivals/file-arrived.ts'
import { fileWithoutWayBack } from '../arrivals/file-judged.ts'
import { plainIntake } from '../arrivals/plain-intake.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { hiddenAlready } from '../asked/hidden-already.ts'
import type { Acted, Acting, FromSender } from './acting.ts'
import { alsoSaid } from './also-said.ts'
import { saidAgain } from './said-again.ts'
import { saidBy, sameReport } from './same-said.ts'
import type { Understood } from './understand/understood.ts'

/** The receipt and two more: whoever says the same again within an hour is not answered each time. */
const echoes = 3

/** Files what was understood as a report, unless it is one already. A phone number is an identity: an SMS may hide it, never lack it. */
export async function fileSms(from: FromSender, understood: Extract<Understood, { kind: 'file' }>): Promise<Acted> {
  const { tx, keys, setting, sender, judged, cameAt } = from
  const { text, agencyId, raise, unsure } = understood
  const { now } = setting
  const said = saidBy(keys, sender, understood)
  const [words] = said
  const same = judged ? undefined : await sameReport(tx, said, cameAt ?? now, agencyId)
  if (same) await alsoSaid(from, same, understood)
  const again = same && (await saidAgain(from, same, text))
  if (again) return { ...again, words }
  if (same) {
    const say = same.times < echoes ? ({ say: { template: 'noted' } } as const) : {}
    // Not quite the same words are kept for a human; the very same are in the report.
    const became = same.isSame ? ({ outcome: 'report' } as const) : ({ outcome: 'quarantined' } as const)
    return { ...became, reason: same.isSame ? 'same' : 'flood', reportId: same.id, words, ...say }
  }
  const intake = {
    ...plainIntake('sms', [text], raise, await hiddenAlready(from, text)),
    text: cleanText(text),
    agency: agencyId,
    contact: { phone: sender },
  }
  const filed = await fileArrived(from, intake)
  if (filed.outcome !== 'filed' && filed.outcome !== 'again') return { outcome: 'refused', reason: filed.outcome }
  const say = unsure && ({ template: 'unsure_keyword', about: unsure.printed ?? unsure.word } as const)
  return { outcome: 'report', reportId: filed.id, words, ...(say ? { say } : {}) }
}

/**
 * Whoever wrote cannot be answered: the words are a report all the same, for the national desk to look at.
 * @param earlier the report that these words are a late part of
 */
export async function fileForADesk(acting: Acting, text: string, earlier?: string): Promise<Acted> {
  if (earlier)
    return { ...(await tellReport(acting, earlier, { text, isNote: true }, { outcome: 'part' })), say: undefined }
  if (!saysSomething(text)) return { outcome: 'refused', reason: 'empty' }
  const filed = await fileWithoutWayBack(acting, 'sms', [text])
  return 'id' in filed
    ? { outcome: 'quarantined', reason: 'no_number', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}
