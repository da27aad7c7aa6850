import { sql } from 'kysely'
import { addJobs } from '../platform/queue.ts'
import { randomId } from '../platform/uuid.ts'
import type { Tx } from '../report/as.ts'
import { KeyDestroyed } from '../report/keeper.ts'
import type { Opener } from '../secrecy/filer.ts'
import { sealUnder, type Under } from '../secrecy/sealed-under.ts'
import { seal } from '../platform/seal.ts'
import type { Recipient } from './addresses.ts'
import { answeredIn } from './event-of.ts'
import { waitsForDigest } from './digest/waits-for-digest.ts'
import { wants } from './news.ts'
import { sendJob } from './send-job.ts'
import type { MailAnswerName } from './mail-answers.ts'
import type { SmsAlone, SmsAnswer, Template, XAnswer } from './table.ts'

export type Message = {
  to: Recipient
  template: Template | SmsAnswer | SmsAlone | MailAnswerName | XAnswer
  /** What makes it one: said twice, sent once. */
  dedupe: string
  /** Without the report: a letter about work in general. */
  aboutNoReport?: boolean
  /** What an SMS is about besides its report: an office's keyword. */
  about?: string
}

type Sealing = Pick<Opener, 'publicKey' | 'keeper'>

/**
 * Keep messages, addresses sealed, and have each sent: letters by a job, SMS from the queue that they are; in the caller's transaction.
 * Known ones are left as they are; what a reporter does not want to hear is not kept at all, nor what is for somebody whose traces were
 * erased. What waits for an officer's digest has no job of its own.
 * @param at no finer than the hour for reports without identity; the ids carry no time
 */
export async function queueMessages(tx: Tx, keys: Sealing, messages: Message[], at: Date) {
  const wanted = messages.filter(({ to, template }) => wants(to.news ?? 'all', template))
  const addressed = wanted.flatMap((message) => {
    const sealed_to = sealAddress(keys, message)
    return sealed_to ? [{ ...message, sealed_to }] : []
  })
  if (addressed.length === 0) return
  const rows = addressed.map((message) => ({
    id: randomId(),
    dedupe: message.dedupe,
    report_id: message.aboutNoReport ? null : message.to.reportId,
    account_id: message.to.accountId,
    to_account: message.to.toAccount ?? false,
    channel: message.to.channel,
    template: message.template,
    about: message.about,
    sealed_to: message.sealed_to,
    ...(message.to.toIndex
      ? { to_index: message.to.toIndex, turn: sql<number>`nextval('identity.message_turn')` }
      : { to_index: null, turn: null }),
    state: 'queued',
    held: message.to.digest && waitsForDigest(message.template) ? 'digest' : null,
    not_before: message.to.channel === 'sms' ? at : null,
    created_at: at,
  }))
  const fresh = await tx
    .insertInto('identity.message')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .returning(['id', 'channel', 'held'])
    .execute()
  await addJobs(
    tx,
    fresh.flatMap(({ id, channel, held }) => (channel === 'sms' || held === 'digest' ? [] : sendJob(id))),
  )
}

/**
 * Whoever wrote or filed is sealed under the key that goes when their report is erased; an officer's address is nobody's who files.
 * @returns undefined where that key has gone
 */
export function sealAddress({ publicKey: sealTo, keeper }: Sealing, message: Addressed): Buffer | undefined {
  const under = underOf(message)
  if (!under) return seal(sealTo, message.to.address)
  try {
    return sealUnder({ sealTo, keeper }, under, message.to.address)
  } catch (error) {
    if (error instanceof KeyDestroyed) return undefined
    throw error
  }
}

type Addressed = Pick<Message, 'to' | 'aboutNoReport' | 'dedupe'>

function underOf({ to, aboutNoReport, dedupe }: Addressed): Under | undefined {
  return to.accountId ? undefined : whoseMessage(aboutNoReport ? null : to.reportId, dedupe)
}

/** Whose key hides to whom a message goes: its report's, or that of the message that it answers. */
export function whoseMessage(reportId: string | null, dedupe: string): Under | undefined {
  if (reportId) return { report: reportId }
  const arrival = answeredIn(dedupe)
  return arrival ? { arrival } : undefined
}
