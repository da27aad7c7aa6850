import { sql } from 'kysely'
import { fingerprintsOf } from '../accounts/fingerprint.ts'
import type { Tx } from '../report/as.ts'
import { filerOf } from '../secrecy/filer.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * Fingerprints for a report that was filed with an account: by them officers' words are stopped when they name its person. Salted
 * for this report alone, so that two reports of one account share none.
 */
export async function printAccount(tx: Tx, deps: Pick<TellDeps, 'pair' | 'indexSecret'>, reportId: string) {
  const { given, account } = await filerOf(tx, deps.pair, reportId)
  if (!account) return
  const { salt, names, contacts, pieces } = fingerprintsOf(deps.indexSecret, account.contact, given)
  await sql`select identity.keep_prints(${reportId}, ${salt}, ${names}::bigint[], ${contacts}::bigint[], ${pieces}::bigint[])`.execute(
    tx,
  )
}
