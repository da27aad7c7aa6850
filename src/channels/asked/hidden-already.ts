import { anyOf, idsIn } from '../../report/ids-in.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import type { FromSender } from '../sms/acting.ts'
import { indexes } from '../sms/own-reports.ts'
import { findId } from '../sms/understand/find-id.ts'
import { readWords } from '../sms/understand/read-words.ts'

/**
 * What a new report of these words hides at least: as much as the sender's own that they name, one wrong symbol forgiven, though it was
 * filed on a page; nobody else's, for it would tell whether that exists.
 */
export async function hiddenAlready({ tx, door, senderIndex, own, atLeast }: FromSender, text: string): Promise<Hides> {
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
          .where(indexes[door], '=', senderIndex)
          .where('r.tracking_id', '=', anyOf(ids))
          .execute()
  return hiddenByAny([atLeast, own.find(({ trackingId }) => trackingId === near)?.hides, ...named])
}
