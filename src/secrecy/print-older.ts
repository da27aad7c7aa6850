import { fingerprintsOf, printColumns } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import { lowestId } from '../platform/uuid.ts'
import { isSealed } from '../report/keeper.ts'
import type { IdentityKeys } from './identity.ts'

/** `owner`: of the tables. `pair`: opens what was sealed for the worker. */
export type PrintingDeps = { owner: Db; keys: IdentityKeys; pair: KeyPair }

const batchSize = 200

/**
 * Fingerprints for those who filed or signed up before there were any, so that officers' words are stopped for them too.
 * @returns how many got theirs; those whose key was destroyed get none
 */
export async function printOlder(deps: PrintingDeps): Promise<number> {
  const { owner, keys, pair } = deps
  let printed = 0
  for await (const { id, sealed } of inPages<Unprinted>(batchSize, (last) => filingsAfter(owner, last?.id))) {
    const inner = sealed && open(pair, sealed)
    const contact = inner && isSealed(inner) ? keys.keeper.open(id, inner) : inner
    if (!contact) continue
    await owner.updateTable('identity.filing').set(prints(deps, contact)).where('report_id', '=', id).execute()
    printed++
  }
  for await (const { id, sealed } of inPages<Unprinted>(batchSize, (last) => accountsAfter(owner, last?.id))) {
    if (!sealed) continue
    await owner
      .updateTable('identity.account')
      .set(prints(deps, open(pair, sealed)))
      .where('id', '=', id)
      .execute()
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

async function accountsAfter(owner: Db, last = lowestId): Promise<Unprinted[]> {
  return owner
    .selectFrom('identity.account')
    .select(['id', 'sealed'])
    .where('role', '=', 'citizen')
    .where('print_salt', 'is', null)
    .where('id', '>', last)
    .orderBy('id')
    .limit(batchSize)
    .execute()
}

function prints({ keys }: PrintingDeps, contact: string) {
  return printColumns(fingerprintsOf(keys.indexSecret, JSON.parse(contact)))
}
