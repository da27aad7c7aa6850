import { anyOf, idsIn } from '../../report/ids-in.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import type { FromSender } from '../sms/acting.ts'
import { filedBy } from '../sms/own-reports.ts'
import { findId } from '../sms/understand/find-id.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { askedForMs } from './kept.ts'

/** Why a wish alone became of a report that was over: it may have been meant for the next. */
export const hiddenWhenOver = 'hidden_when_over'

/**
 * What a new report of these words hides at least: as much as the sender's own that they name, one wrong symbol forgiven, though it was
 * filed on a page; nobody else's, for it would tell whether that exists. And as much as one that was over, which a wish alone has hidden within the day.
 */
export async function hiddenAlready(from: FromSender, text: string): Promise<Hides> {
  const { tx, door, senderIndex, own, atLeast } = from
  const nearly = findId(readWords(text), own)
  const near = nearly?.whose === 'own' ? nearly.report.trackingId : undefined
  const ids = idsIn(text)
  const named =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('identity.filing as f')
          .innerJoin('casework.report as r', 'r.id', 'f.report_id')
          .select(['r.anonymous', 'r.confidential'])
          .where(filedBy(door), '=', senderIndex)
          .where('r.tracking_id', '=', anyOf(ids))
          .execute()
  const over = await hiddenLately(from)
  return hiddenByAny([atLeast, own.find(({ trackingId }) => trackingId === near)?.hides, ...named, ...over])
}

async function hiddenLately({ tx, door, senderIndex, own, setting }: FromSender): Promise<Hides[]> {
  const over = own.filter(({ open, hides }) => !open && (hides.anonymous || hides.confidential))
  if (over.length === 0) return []
  const rows = await tx
    .selectFrom('identity.arrival')
    .select('report_id')
    .where('door', '=', door)
    .where('sender_index', '=', senderIndex)
    .where('reason', '=', hiddenWhenOver)
    .where('settled_at', '>', new Date(setting.now.getTime() - askedForMs))
    .execute()
  return over.filter(({ id }) => rows.some((row) => row.report_id === id)).map(({ hides }) => hides)
}
