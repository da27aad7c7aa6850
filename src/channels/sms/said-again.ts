import { cleanText } from '../../intake/clean-text.ts'
import { receiveMessage } from '../../my-report/receive-message.ts'
import type { Acted, FromSender } from './acting.ts'
import { asReporter } from './as-reporter.ts'

/** Whoever says the very same while we wait for their word says that it is as it was: an answer to the office, never a repetition. */
export async function saidAgain(
  { tx, setting, receivedAt, attachments }: FromSender,
  same: { id: string; stage: string; isSame: boolean },
  text: string,
): Promise<Acted | undefined> {
  if (!same.isSame || (same.stage !== 'answered' && same.stage !== 'on_hold')) return undefined
  return asReporter(tx, same.id, { outcome: 'reply', say: { template: 'noted' } }, (actor) =>
    receiveMessage(tx, actor, same.id, { text: cleanText(text), receivedAt, attachments }, setting),
  )
}
