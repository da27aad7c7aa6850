import type { Tx } from '../report/as.ts'

/**
 * A restore that a report went through. `knownUntil`: up to then what was opened after the backup is in its ledger again; null when
 * nothing is known of the time between.
 */
export type Restore = { at: Date; backupAt: Date; knownUntil: Date | null }

/** Of reports filed until `filedAt`, the latest first. What came after the backup is not here any more. */
export async function readRestores(tx: Tx, filedAt: Date): Promise<Restore[]> {
  return tx
    .selectFrom('casework.restored')
    .select(['at', 'backup_at as backupAt', 'known_until as knownUntil'])
    .where('at', '>=', filedAt)
    .orderBy('at', 'desc')
    .execute()
}
