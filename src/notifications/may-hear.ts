import { actorOf, personFrom } from '../accounts/person.ts'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'

/** Whether an officer may hear of this report now: it is theirs, it does not accuse them, and they are still in office. */
export async function mayHear(tx: Tx, report: ReportRow, accountId: string, now: Date): Promise<boolean> {
  const account = await tx
    .selectFrom('identity.account')
    .select(['id', 'role', 'agency_id', 'display_name'])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return account !== undefined && can(actorOf(personFrom(account)), 'see', 'message', secrecyFacts(report), now)
}
