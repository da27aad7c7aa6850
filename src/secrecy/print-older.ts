import { fingerprintsOf, printColumns } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import type { KeyPair } from '../platform/seal.ts'
import { lowestId } from '../platform/uuid.ts'
import { type IdentityKeys, openFiled } from './identity.ts'

/** `owner`: of the tables. `pair`: opens what was sealed for the worker. */
export type PrintingDeps = { owner: Db; keys: IdentityKeys; pair: KeyPair }

const batchSize = 200

/**
 * Fingerprints for those who filed before there were any, so that officers' words are stopped for them too.
 * @returns how many got theirs; those whose key was destroyed get none
 */
export async function printOlder(deps: PrintingDeps): Promise<number> {
  const { owner, keys, pair } = deps
  let printed = 0
  for await (const { id, sealed } of inPages<Unprinted>(batchSize, (last) => filingsAfter(owner, last?.id))) {
    const { account: _, n: __, ...contact } = sealed ? openFiled(pair, keys.keeper, id, sealed) : {}
    if (!Object.values(contact).some(Boolean)) continue
    const prints = printColumns(fingerprintsOf(keys.indexSecret, contact))
    await owner.updateTable('identity.filing').set(prints).where('report_id', '=', id).execute()
    printed++
  }
  return printed
}

type Unprinted = { id: string; sealed: Buffer | null }

async function filingsAfter(owner: Db, last = lowestId): Promise<Unprinted[]> {
  return owner
    .selectFrom('identity.filing')
    .select(['report_id as id', 'sealed'])
    .where('sealed', 'is not', null)
    .where('print_salt', 'is', null)
    .where('report_id', '>', last)
    .orderBy('report_id')
    .limit(batchSize)
    .execute()
}
