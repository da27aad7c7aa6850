import { namedAt } from '../../accounts/at-door.ts'
import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import type { FromSender } from '../sms/acting.ts'
import { alsoSaid } from '../sms/also-said.ts'
import { saidBy, sameReport } from '../sms/same-said.ts'

/**
 * While we ask whether words are a new report: where the same were said before without their wish for secrecy, that report is hidden at once, for it
 * may be read by everybody before anybody answers us.
 */
export async function hideSaidBefore(from: FromSender, text: string): Promise<void> {
  const wished = hiddenByAny([wishesIn(text)])
  if (!wished.anonymous && !wished.confidential) return
  const sender = namedAt(from.door, from.sender)
  const same = await sameReport(from.tx, saidBy(from.keys, sender, { text }), from.setting.now, undefined)
  if (same?.isSame) await alsoSaid(from, same, { text })
}
