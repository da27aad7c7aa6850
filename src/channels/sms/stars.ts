import type { Setting } from '../../agencies/setting.ts'
import { confirmAnswer } from '../../closing/confirm-answer.ts'
import { rateAnswer } from '../../closing/rate-answer.ts'
import type { Actor } from '../../report/actor.ts'
import type { Tx } from '../../report/as.ts'
import type { Acted } from './acting.ts'
import { asReporter } from './as-reporter.ts'
import type { Own } from './own-reports.ts'

/**
 * A number of stars alone does not close a report: whoever gives them to an answer is asked whether it is settled, and they wait for the
 * YA. Given after it they are the report's, as long as it could be opened again.
 * @param rating 1–5
 */
export async function giveStars(tx: Tx, own: Own, rating: number, setting: Setting): Promise<Acted> {
  if (own.stage === 'answered')
    return { outcome: 'command', reason: 'yes_or_no', reportId: own.id, rating, say: { template: 'yes_or_no' } }
  return asReporter(tx, own.id, { outcome: 'reply', say: { template: 'noted' } }, (actor) =>
    rateAnswer(tx, actor, own.id, rating, setting),
  )
}

/** YA, with the stars said beside it, else with the last that were given to this answer. */
export async function confirmWithStars(
  tx: Tx,
  actor: Actor,
  reportId: string,
  rating: number | undefined,
  setting: Setting,
) {
  return confirmAnswer(tx, actor, reportId, { rating: rating ?? (await starsBefore(tx, reportId)) }, setting)
}

/** An earlier answer's are not this one's. */
async function starsBefore(tx: Tx, reportId: string): Promise<number | undefined> {
  const given = await tx
    .selectFrom('identity.arrival as a')
    .innerJoin('casework.report as r', 'r.id', 'a.report_id')
    .select('a.rating')
    .where('a.report_id', '=', reportId)
    .where('a.rating', 'is not', null)
    .whereRef('a.settled_at', '>=', 'r.answered_at')
    .orderBy('a.settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return given?.rating ?? undefined
}
