import { formatDay } from '../../report/clocks/day-words.ts'
import { dayOf, type Zone } from '../../report/clocks/day.ts'
import { anyOf, idsIn } from '../../report/ids-in.ts'
import type { Tx } from '../../report/as.ts'
import type { FromSender } from './acting.ts'
import { filedBy } from './own-reports.ts'
import { asksToWithdraw } from './understand/withdraw.ts'

/** A report that its reporter has withdrawn already, and on which civil day of the zone in which that was written down, in words. */
export type WithdrawnBefore = { id: string; day: string }

/**
 * What CABUT <number> is about, where this sender has withdrawn that very report already, or CABUT alone, of what they withdrew last; nobody
 * else learns that it was there.
 * @param text all that the message said
 */
export async function withdrawnBefore(
  { tx, door, senderIndex }: Pick<FromSender, 'tx' | 'door' | 'senderIndex'>,
  text: string,
): Promise<WithdrawnBefore | undefined> {
  const ids = idsToWithdraw(text)
  if (ids.length === 0 && !asksToWithdraw(text)) return undefined
  const row = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select('r.id')
    .where(filedBy(door), '=', senderIndex)
    .where('r.channel', '=', door)
    .where('r.stage', '=', 'withdrawn')
    .$if(ids.length > 0, (some) => some.where('r.tracking_id', '=', anyOf(ids)))
    .orderBy('r.last_at', 'desc')
    .executeTakeFirst()
  return row && withdrawnOn(tx, row.id)
}

/** The numbers that a message asks to withdraw; none where it asks for anything else. */
export function idsToWithdraw(text: string): string[] {
  const ids = idsIn(text)
  return asksToWithdraw(
    text,
    ids.map((trackingId) => ({ trackingId, open: false })),
  )
    ? ids
    : []
}

export async function withdrawnOn(tx: Tx, id: string): Promise<WithdrawnBefore | undefined> {
  const event = await tx
    .selectFrom('casework.event')
    .select(['at', 'zone'])
    .where('report_id', '=', id)
    .where('move', '=', 'withdraw')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return event && { id, day: formatDay(dayOf(event.at, event.zone as Zone), 'id') }
}
