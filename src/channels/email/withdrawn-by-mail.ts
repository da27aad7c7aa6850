import { normaliseEmail } from '../../accounts/contact.ts'
import { anyOf } from '../../report/ids-in.ts'
import { filerOf } from '../../secrecy/filer.ts'
import { partHeard } from '../sms/understand/part-heard.ts'
import { asksToWithdraw } from '../sms/understand/withdraw.ts'
import { idsToWithdraw, withdrawnOn } from '../sms/withdrawn-before.ts'
import type { Acted, FromAddress } from './acting.ts'
import type { Letter } from './own-report.ts'
import { ownReply } from './own-words.ts'
import type { TakenMail } from './take-email.ts'

/** Who asks to withdraw what they have withdrawn already hears when; whoever else asks hears what they would of a number that there is not. */
export async function withdrawnByMail(
  { tx, pair, sender }: FromAddress,
  { mail }: Pick<TakenMail, 'mail'>,
  letter?: Letter,
): Promise<Acted | undefined> {
  const text = partHeard(ownReply(mail, sender) || mail.subject).heard
  const ids = [...idsToWithdraw(text), ...idsToWithdraw(`${mail.subject} ${text}`)]
  if (ids.length === 0 && !(letter && asksToWithdraw(text))) return undefined
  const rows = await tx
    .selectFrom('casework.report')
    .select('id')
    .where('channel', '=', 'email')
    .where('stage', '=', 'withdrawn')
    .where((or) => or.or([or('tracking_id', '=', anyOf(ids)), or('id', '=', letter?.reportId ?? null)]))
    .execute()
  for (const { id } of rows) {
    const { given } = await filerOf(tx, pair, id)
    const before = given.email && normaliseEmail(given.email) === sender ? await withdrawnOn(tx, id) : undefined
    if (before) return { outcome: 'command', say: { template: 'withdrawn_before', about: before.day, reportId: id } }
  }
  return undefined
}
