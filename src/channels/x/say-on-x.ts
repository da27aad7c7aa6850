import { queueMessages } from '../../notifications/queue-messages.ts'
import { publicAnswer } from '../../notifications/table.ts'
import { underPost } from '../../notifications/x-address.ts'
import { sayBack } from '../arrivals/say-back.ts'
import type { Acted } from '../sms/acting.ts'
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
  decision?: string,
) {
  const { tx, setting } = from
  const { reportId, outcome, reason } = done
  if (outcome === 'report' && reason === undefined && reportId && item.kind === 'post') {
    const to = { person: 'reporter', reportId, accountId: null, channel: 'x', address: underPost(item.id) } as const
    // The words are made when it is sent: withheld if the report hides by then.
    const message = { to, template: publicAnswer, dedupe: `public reporter ${reportId}` } as const
    if (!(await isHidden(from, reportId))) await queueMessages(tx, deps.pair, [message], setting.now)
  }
  await sayBack(deps, from, { id: arrivalId, decision }, done)
}

async function isHidden({ tx }: OnXActing, reportId: string): Promise<boolean> {
  const report = await tx
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  return report.anonymous || report.confidential
}
