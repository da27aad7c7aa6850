import { fingerprintsOf, type Named, printColumns } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { open } from '../platform/seal.ts'
import { lowestId } from '../platform/uuid.ts'
import { ownLinks } from '../report/own-links.ts'
import { openFiled, sealedColumns } from './identity.ts'
import type { PrintingDeps } from './print-older.ts'

const batchSize = 200

/**
 * Filings from before there were links name their account: each gets a link and keeps the account sealed. At a start, before anybody
 * is let in; cut short, the next start goes on with what is left.
 * @returns how many got theirs
 */
export async function linkOlder(deps: PrintingDeps): Promise<number> {
  let linked = 0
  for await (const older of inPages<Older>(batchSize, (last) => olderAfter(deps.owner, last?.id))) {
    await linkOne(deps, older)
    linked++
  }
  return linked
}

type Older = { id: string; sealed: Buffer | null; account: string | null; account_sealed: Buffer }

async function olderAfter(owner: Db, last = lowestId): Promise<Older[]> {
  return owner
    .selectFrom('identity.filing as f')
    .innerJoin('identity.account as a', 'a.id', 'f.account_id')
    .select(['f.report_id as id', 'f.sealed', 'f.account_id as account', 'a.sealed as account_sealed'])
    .where('f.report_id', '>', last)
    .orderBy('f.report_id')
    .limit(batchSize)
    .execute()
}

async function linkOne({ owner, keys, pair }: PrintingDeps, { id, sealed, account, account_sealed }: Older) {
  if (account === null) return
  const given = sealed ? openFiled(pair, keys.keeper, id, sealed) : {}
  const { free } = await ownLinks(owner, keys.keeper, account)
  const known = JSON.parse(open(pair, account_sealed)) as Named
  await owner
    .updateTable('identity.filing')
    .set({
      ...sealedColumns(keys, id, { ...given, account, n: free[0] as number }),
      ...printColumns(fingerprintsOf(keys.indexSecret, known, given)),
      account_id: null,
      phone_index: null,
    })
    .where('report_id', '=', id)
    .where('account_id', '=', account)
    .execute()
}
