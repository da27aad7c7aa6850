import { contactAt, namedAt } from '../../accounts/at-door.ts'
import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { fileArrived } from './file-arrived.ts'
import { plainIntake } from './plain-intake.ts'
import { isShown, lostSaid } from './shown.ts'
import { tellReport } from './tell-report.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { hiddenAlready } from '../asked/hidden-already.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { alsoSaid } from '../sms/also-said.ts'
import { saidAgain } from '../sms/said-again.ts'
import { saidBy, sameReport } from '../sms/same-said.ts'
import type { Understood } from '../sms/understand/understood.ts'

/** The receipt and two more: whoever says the same again within an hour is not answered each time. */
const echoes = 3

/** Files what was understood as a report, unless it is one already. Whoever writes is known by their door: a message may hide it, never lack it. */
export async function fileSaid(from: FromSender, understood: Extract<Understood, { kind: 'file' }>): Promise<Acted> {
  const { tx, keys, setting, door, sender, judged, cameAt } = from
  const { text, agencyId, raise, unsure } = understood
  const { now } = setting
  const said = saidBy(keys, namedAt(door, sender), understood)
  const [words] = said
  const same = judged ? undefined : await sameReport(tx, said, cameAt ?? now, agencyId)
  if (same) await alsoSaid(from, same, understood)
  const again = same && (await saidAgain(from, same, text))
  if (again) return { ...again, words }
  const isWordless = !saysSomething(text) && isShown(from)
  // What they show is new.
  if (same?.isSame && isShown(from)) {
    const note = { text: isWordless ? wordsIn('id').shown_beside : text, isNote: true }
    await tellReport(from, same.id, note, { outcome: 'reply' })
  }
  if (same) {
    const say = same.times < echoes ? ({ say: { template: 'noted' } } as const) : {}
    // Not quite the same words are kept for a human; the very same are in the report.
    const became = same.isSame ? ({ outcome: 'report' } as const) : ({ outcome: 'quarantined' } as const)
    return { ...became, reason: same.isSame ? 'same' : 'flood', reportId: same.id, words, ...say }
  }
  const intake = {
    ...plainIntake(door, [text], raise, await hiddenAlready(from, text)),
    text: (isWordless ? wordsIn('id').shown_only : cleanText(text)) + lostSaid(from),
    agency: agencyId,
    point: from.point,
    place: from.place,
    contact: contactAt(door, sender),
  }
  const filed = await fileArrived(from, intake)
  if (filed.outcome !== 'filed' && filed.outcome !== 'again') return { outcome: 'refused', reason: filed.outcome }
  const say = unsure && ({ template: 'unsure_keyword', about: unsure.printed ?? unsure.word } as const)
  return { outcome: 'report', reportId: filed.id, words, ...(say ? { say } : {}) }
}
