import { type Fingerprints, fingerprintsOf } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import { isSealed } from '../report/keeper.ts'
import type { IdentityKeys } from './identity.ts'

/** `owner`: of the tables. `pair`: opens what was sealed for the worker. */
export type PrintingDeps = { owner: Db; keys: IdentityKeys; pair: KeyPair }

const batchSize = 200
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Fingerprints for those who filed or signed up before there were any, so that officers' words are stopped for them too.
 * @returns how many got theirs; those whose key was destroyed get none
 */
export async function printOlder(deps: PrintingDeps): Promise<number> {
  return (await printFilings(deps)) + (await printAccounts(deps))
}

async function printFilings({ owner, keys, pair }: PrintingDeps): Promise<number> {
  let printed = 0
  for (let after = first; ; ) {
    const rows = await owner
      .selectFrom('identity.filing')
      .select(['report_id as id', 'sealed'])
      .where('sealed', 'is not', null)
      .where('print_salt', 'is', null)
      .where('report_id', '>', after)
      .orderBy('report_id')
      .limit(batchSize)
      .execute()
    for (const { id, sealed } of rows) {
      const inner = sealed && open(pair, sealed)
      const contact = inner && isSealed(inner) ? keys.keeper.open(id, inner) : inner
      if (!contact) continue
      const prints = columns(fingerprintsOf(keys.indexSecret, JSON.parse(contact)))
      await owner.updateTable('identity.filing').set(prints).where('report_id', '=', id).execute()
      printed++
    }
    if (rows.length < batchSize) return printed
    after = rows.at(-1)?.id ?? after
  }
}

async function printAccounts({ owner, keys, pair }: PrintingDeps): Promise<number> {
  let printed = 0
  for (let after = first; ; ) {
    const rows = await owner
      .selectFrom('identity.account')
      .select(['id', 'sealed'])
      .where('role', '=', 'citizen')
      .where('print_salt', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batchSize)
      .execute()
    for (const { id, sealed } of rows) {
      const prints = columns(fingerprintsOf(keys.indexSecret, JSON.parse(open(pair, sealed))))
      await owner.updateTable('identity.account').set(prints).where('id', '=', id).execute()
      printed++
    }
    if (rows.length < batchSize) return printed
    after = rows.at(-1)?.id ?? after
  }
}

function columns({ salt, names, contacts, pieces }: Fingerprints) {
  return { print_salt: salt, name_prints: names, contact_prints: contacts, name_pieces: pieces }
}
