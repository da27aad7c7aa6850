import type { Tx } from '../report/as.ts'
import type { Opener } from '../secrecy/filer.ts'
import { reporterOf } from './addresses.ts'
import { oneOfEvent } from './event-of.ts'
import { queueMessages } from './queue-messages.ts'

const asking = {
  on_hold: { move: 'hold', template: 'question' },
  answered: { move: 'answer', template: 'answered' },
} as const

/**
 * Tells a reporter who said MULAI, or whose mailbox is not there, what was asked in the meantime and still waits for them. What they have heard, or
 * will, is not said again. @param at when MULAI, or the letter back, came: said twice, told once
 */
export async function tellWhatWaits(tx: Tx, pair: Opener, { id, stage }: { id: string; stage: string }, at: Date) {
  const asked = stage === 'on_hold' || stage === 'answered' ? asking[stage] : undefined
  if (!asked) return
  const { move, template } = asked
  const event = await tx
    .selectFrom('casework.event')
    .select(['seq', 'at'])
    .where('report_id', '=', id)
    .where('move', '=', move)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  if (!event) return
  const heard = await tx
    .selectFrom('identity.message')
    .select('id')
    .where('report_id', '=', id)
    .where('template', '=', template)
    .where('created_at', '>=', event.at)
    .where('state', '<>', 'dead')
    .limit(1)
    .executeTakeFirst()
  if (heard) return
  const messages = (await reporterOf(tx, pair, id, template)).map((to) => ({
    to,
    template,
    dedupe: oneOfEvent(id, event.seq, `${template} again ${at.toISOString()} ${to.person} ${to.channel}`),
  }))
  await queueMessages(tx, pair, messages, at)
}
