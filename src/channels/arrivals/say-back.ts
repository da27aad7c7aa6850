import { addressAt } from '../../notifications/address-at.ts'
import { oneAnswer } from '../../notifications/event-of.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import type { SmsAlone, SmsAnswer } from '../../notifications/table.ts'
import type { TellDeps } from '../../notifications/tell-deps.ts'
import type { Acted, FromSender, Say } from '../sms/acting.ts'
import { isSaidEnough } from '../sms/same-said.ts'

/** A message that was taken; `decision`: what somebody said that it is, where we had asked. */
type Taken = { id: string; decision?: string | null }
type Answer = SmsAnswer | SmsAlone
type Done = Pick<Acted<Answer>, 'say' | 'also' | 'reportId'>

/** What whoever wrote hears at once, by the door at which they did. The receipt and all news come by themselves, from the event. */
export async function sayBack(deps: Pick<TellDeps, 'pair'>, from: FromSender, taken: Taken, done: Done) {
  const { say, also = [], reportId } = done
  for (const [at, one] of [say, ...also].entries()) if (one) await sayOne(deps, from, taken, { reportId, ...one }, at)
}

async function sayOne(
  { pair }: Pick<TellDeps, 'pair'>,
  { tx, door, sender, senderIndex, setting }: FromSender,
  { id, decision }: Taken,
  { template, about, reportId }: Say<Answer>,
  at: number,
) {
  if (await isSaidEnough(tx, { senderIndex, template, reportId, about }, setting.now)) return
  const where = { channel: door, address: addressAt(door, sender), toIndex: senderIndex }
  const to = { person: 'sender', reportId: reportId ?? '', accountId: null, ...where }
  // What was asked back about first is answered twice: with the question, and with what became of it.
  const dedupe = oneAnswer(id, [decision, ...(at > 0 ? [at] : [])].filter(Boolean).join(' '))
  const message = { to, template, about, dedupe, aboutNoReport: reportId === undefined }
  await queueMessages(tx, pair, [message], setting.now)
}
