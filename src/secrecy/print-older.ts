import { fingerprintsOf, printColumns } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import type { KeyPair } from '../platform/seal.ts'
import { lowestId } from '../platform/uuid.ts'
import { filerOf } from './filer.ts'
import type { IdentityKeys } from './identity.ts'

/** `owner`: of the tables. `pair`: opens what was sealed for the worker. */
export type PrintingDeps = { owner: Db; keys: IdentityKeys; pair: KeyPair }

const batchSize = 200

/**
 * Fingerprints for those who have none: they filed before there were any, or with an account and nobody was told of it.
 * @returns how many got theirs; those whose key was destroyed get none
 */
export async function printOlder(deps: PrintingDeps): Promise<number> {
  const { owner, keys, pair } = deps
  let printed = 0
  for await (const { id } of inPages<Unprinted>(batchSize, (last) => filingsAfter(owner, last?.id))) {
    const { given, account } = await filerOf(owner, { ...pair, keeper: keys.keeper }, id)
    if (!account && !Object.values(given).some(Boolean)) continue
    const prints = printColumns(fingerprintsOf(keys.indexSecret, account?.contact ?? {}, given))
    await owner.updateTable('identity.filing').set(prints).where('report_id', '=', id).execute()
    printed++
  }
  return printed
}

type Unprinted = { id: string }

async function filingsAfter(owner: Db, last = lowestId): Promise<Unprinted[]> {
  return owner
    .selectFrom('identity.filing')
    .select('report_id as id')
    .where('sealed', 'is not', null)
    .where('print_salt', 'is', null)
    .where('report_id', '>', last)
    .orderBy('report_id')
    .limit(batchSize)
    .execute()
}
