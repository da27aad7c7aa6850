import { oneAnswer } from '../../notifications/event-of.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import { publicAnswer } from '../../notifications/table.ts'
import { directTo, underPost } from '../../notifications/x-address.ts'
import type { Acted, Say } from '../sms/acting.ts'
import { isSaidEnough } from '../sms/same-said.ts'
import type { OnXActing } from './on-x.ts'
import type { Direct, Post } from './post.ts'
import type { TakeXDeps } from './take-x.ts'

/**
 * What whoever wrote hears at once: by direct message what they asked for; in public, once, that we have their report, and where.
 * The receipt and all news come by themselves, from the event. A report that hides anything is never answered in public.
 */
export async function sayOnX(
  deps: TakeXDeps,
  from: OnXActing,
  arrivalId: string,
  item: Post | Direct,
  done: Acted,
  decision = '',
) {
  const { tx, setting } = from
  const { say, also = [], reportId, outcome, reason } = done
  if (outcome === 'report' && reason === undefined && reportId && item.kind === 'post') {
    const to = { person: 'reporter', reportId, accountId: null, channel: 'x', address: underPost(item.id) } as const
    // The words are made when it is sent: withheld if the report hides by then.
    const message = { to, template: publicAnswer, dedupe: `public reporter ${reportId}` } as const
    if (!(await isHidden(from, reportId))) await queueMessages(tx, deps.pair, [message], setting.now)
  }
  for (const [at, one] of [say, ...also].entries())
    if (one)
      await sayAlone(deps, from, { reportId, ...one }, oneAnswer(arrivalId, [decision, at || ''].join(' ').trim()))
}

async function sayAlone(
  deps: TakeXDeps,
  { tx, senderIndex, setting, sender }: OnXActing,
  { template, about, reportId: aboutId }: Say,
  dedupe: string,
) {
  if (await isSaidEnough(tx, { senderIndex, template, reportId: aboutId }, setting.now)) return
  const to = {
    person: 'sender',
    reportId: aboutId ?? '',
    accountId: null,
    channel: 'x',
    address: directTo(sender),
    toIndex: senderIndex,
  } as const
  const message = { to, template, about, dedupe, aboutNoReport: aboutId === undefined }
  await queueMessages(tx, deps.pair, [message], setting.now)
}

async function isHidden({ tx }: OnXActing, reportId: string): Promise<boolean> {
  const report = await tx
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  return report.anonymous || report.confidential
}
