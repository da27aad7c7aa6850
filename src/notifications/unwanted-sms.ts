import type { Tx } from '../report/as.ts'
import type { ClaimedSms } from './claim-sms.ts'
import { newsFrom } from './addresses.ts'
import { wants } from './news.ts'

/** Which of these their reporters have chosen not to hear since they were queued. Reports of accounts are never told by SMS. */
export async function unwantedOf(tx: Tx, messages: readonly ClaimedSms[]): Promise<Set<string>> {
  const ids = [...new Set(messages.flatMap(({ report_id }) => report_id ?? []))]
  if (ids.length === 0) return new Set()
  const chosen = await tx
    .selectFrom('identity.filing')
    .select(['report_id', 'news'])
    .where('report_id', 'in', ids)
    .where('news', 'is not', null)
    .execute()
  const newsOf = new Map(chosen.map((one) => [one.report_id, newsFrom(one)]))
  const unwanted = messages.filter(({ report_id, template }) => !wants(newsOf.get(report_id ?? '') ?? 'all', template))
  return new Set(unwanted.map(({ id }) => id))
}
