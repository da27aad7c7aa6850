import type { Setting } from '../../agencies/setting.ts'
import { confirmAnswer } from '../../closing/confirm-answer.ts'
import { cleanText } from '../../intake/clean-text.ts'
import { fileReport } from '../../intake/file-report.ts'
import { receiveMessage } from '../../my-report/receive-message.ts'
import type { SmsAnswer } from '../../notifications/table.ts'
import { system } from '../../report/actor.ts'
import { become, type Tx } from '../../report/as.ts'
import { MoveRefused } from '../../report/refusals.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Settled } from '../arrivals/settle.ts'
import { saidBy, sameReport } from './same-said.ts'
import type { OwnReport, Understood } from './understand/understood.ts'

/** What was done, and what whoever wrote is told at once; most news come by themselves, from the event. */
export type Acted = Settled & { say?: { template: SmsAnswer; about?: string } }

export type Acting = {
  tx: Tx
  keys: IdentityKeys
  setting: Setting
  /** Who wrote: a number in international form. */
  sender: string
  phoneIndex: Buffer
  own: readonly (OwnReport & { id: string })[]
  /** The key under which this message files once. */
  idempotencyKey: string
  /** When the gateway had it: a reply that came before the silence ended counts as in time. */
  receivedAt: Date
}

/** Does what was understood, in the transaction that settles the arrival: once, however often it is tried. */
export async function act(acting: Acting, understood: Understood): Promise<Acted> {
  const idOf = (trackingId: string) => acting.own.find((report) => report.trackingId === trackingId)?.id
  switch (understood.kind) {
    case 'file':
      return file(acting, understood)
    case 'reply':
    case 'not_done':
      return asReporter(acting, idOf(understood.trackingId), 'noted', (tx, id) =>
        receiveMessage(
          tx,
          { role: 'reporter', reportId: id },
          id,
          { text: cleanText(understood.text), receivedAt: acting.receivedAt },
          acting.setting,
        ),
      )
    // A number of stars alone does not close a report: whoever gives them is asked whether it is settled.
    case 'rate':
      return {
        outcome: 'command',
        reason: 'yes_or_no',
        reportId: idOf(understood.trackingId),
        say: { template: 'yes_or_no' },
      }
    case 'confirm':
      return asReporter(acting, idOf(understood.trackingId), 'thanks', (tx, id) =>
        confirmAnswer(tx, { role: 'reporter', reportId: id }, id, { rating: understood.rating }, acting.setting),
      )
    case 'raise':
      return asReporter(acting, idOf(understood.trackingId), 'noted', (tx, id) =>
        raiseSecrecy(tx, { role: 'reporter', reportId: id }, id, { [understood.what]: true }, acting.setting),
      )
    case 'status': {
      const reportId = understood.trackingId ? idOf(understood.trackingId) : acting.own[0]?.id
      return reportId
        ? { outcome: 'command', reportId, say: { template: 'status' } }
        : { outcome: 'command', say: { template: 'no_such_report' } }
    }
    case 'keyword_alone':
      return { outcome: 'command', say: { template: 'what_happened' } }
    case 'ask':
      return {
        outcome: 'command',
        reason: understood.question,
        say: { template: understood.question, about: understood.about },
      }
    case 'stop':
    case 'start':
      await hush(acting, understood.kind === 'stop')
      return { outcome: 'command', say: { template: understood.kind === 'stop' ? 'stopped' : 'started' } }
    case 'help':
      return { outcome: 'command', say: { template: 'help' } }
    case 'nothing':
      return { outcome: 'refused', reason: 'empty', say: { template: 'help' } }
  }
}

/** The receipt and two more: whoever says the same again within an hour is not answered each time. */
const echoes = 3

/** A phone number is an identity: an SMS is never without one, but it may hide it. */
async function file(
  { tx, keys, setting, sender, idempotencyKey }: Acting,
  understood: Extract<Understood, { kind: 'file' }>,
): Promise<Acted> {
  const { text, agencyId, raise, unsure } = understood
  const { rules, directory, now } = setting
  const words = saidBy(keys, sender, understood)
  const same = await sameReport(tx, words, now)
  if (same) {
    const say = same.times < echoes ? ({ say: { template: 'noted' } } as const) : {}
    // Not quite the same words are kept for a human; the very same are in the report.
    const became = same.isSame ? ({ outcome: 'report' } as const) : ({ outcome: 'quarantined' } as const)
    return { ...became, reason: same.isSame ? 'same' : 'flood', reportId: same.id, words, ...say }
  }
  const intake = {
    channel: 'sms',
    text: cleanText(text),
    agency: agencyId,
    anonymous: raise === 'anonymous',
    confidential: raise === 'confidential',
    withoutIdentity: false,
    showName: false,
    contact: { phone: sender },
    idempotencyKey,
  } as const
  const filed = await fileReport({ db: tx, rules, directory, keys }, intake, now)
  if (filed.outcome !== 'filed' && filed.outcome !== 'again') return { outcome: 'refused', reason: filed.outcome }
  const say = unsure && ({ template: 'unsure_keyword', about: unsure.word } as const)
  return { outcome: 'report', reportId: filed.id, words, ...(say ? { say } : {}) }
}

async function asReporter(
  { tx }: Acting,
  reportId: string | undefined,
  template: SmsAnswer,
  work: (tx: Tx, reportId: string) => Promise<unknown>,
): Promise<Acted> {
  if (!reportId) return { outcome: 'command', say: { template: 'no_such_report' } }
  await become(tx, { role: 'reporter', reportId })
  const refused = await work(tx, reportId).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof MoveRefused) return error.reason
      throw error
    },
  )
  await become(tx, system)
  return refused
    ? { outcome: 'command', reason: refused, reportId, say: { template: 'not_now' } }
    : { outcome: 'reply', reportId, say: { template } }
}

/** STOP: this number hears what it asks for, and no news; until it says otherwise. */
async function hush({ tx, phoneIndex, setting }: Acting, stop: boolean) {
  if (stop)
    await tx
      .insertInto('identity.sms_stop')
      .values({ phone_index: phoneIndex, since: setting.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else await tx.deleteFrom('identity.sms_stop').where('phone_index', '=', phoneIndex).execute()
}
