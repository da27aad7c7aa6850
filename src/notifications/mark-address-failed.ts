import type { Tx } from '../report/as.ts'
import type { Opener } from '../secrecy/filer.ts'
import { tellWhatWaits } from './tell-again.ts'

/**
 * The address of a letter does not exist, its server says. It stands with the report, whose reporter is told by SMS where a number is
 * known, and at once what still waits for their word; of an officer with the account, where the operator finds it (`lapor doctor`).
 * @param now to the hour: what could not be told to an officer may have been a report without identity
 */
export async function markAddressFailed(
  tx: Tx,
  pair: Opener,
  { report_id, account_id }: { report_id: string | null; account_id: string | null },
  now: Date,
) {
  if (account_id)
    await tx.updateTable('identity.account').set({ mail_failed_at: now }).where('id', '=', account_id).execute()
  if (account_id || !report_id) return
  await tx.updateTable('identity.filing').set({ mail_failed_at: now }).where('report_id', '=', report_id).execute()
  const report = await tx
    .selectFrom('casework.report')
    .select(['id', 'stage'])
    .where('id', '=', report_id)
    .executeTakeFirst()
  if (report) await tellWhatWaits(tx, pair, report, now)
}

/** The server took a letter of which it had said so before: the address exists, and news goes there again from now on. */
export async function markAddressFound(
  tx: Tx,
  { report_id, account_id }: { report_id: string | null; account_id: string | null },
) {
  if (account_id)
    await tx
      .updateTable('identity.account')
      .set({ mail_failed_at: null })
      .where('id', '=', account_id)
      .where('mail_failed_at', 'is not', null)
      .execute()
  if (account_id || !report_id) return
  await tx
    .updateTable('identity.filing')
    .set({ mail_failed_at: null })
    .where('report_id', '=', report_id)
    .where('mail_failed_at', 'is not', null)
    .execute()
}
