import { type KeyPair, open } from '../../../platform/seal.ts'
import type { Db } from '../../../platform/db.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import { type Account, ways } from './ways.ts'

/** An HTTP gateway through which SMS may leave, as its row says. */
export type HttpGateway = {
  id: string
  name: string
  kind: keyof typeof ways
  sender: string
  account: Account
  /** The row as it is: another one begins anew. */
  changedAt: Date
}

/** Those that have a password of ours, in the order in which they are asked. */
export async function httpGatewayRows(db: Db, pair: KeyPair): Promise<HttpGateway[]> {
  const rows = await as(db, system, (tx) =>
    tx
      .selectFrom('identity.gateway')
      .select(['id', 'name', 'kind', 'sender', 'url', 'username', 'sealed_password', 'changed_at'])
      .where('kind', 'in', Object.keys(ways))
      .where('sealed_password', 'is not', null)
      .orderBy('priority')
      .orderBy('name')
      .execute(),
  )
  return rows.map(({ id, name, kind, sender, url, username, sealed_password, changed_at }) => ({
    id,
    name,
    kind: kind as keyof typeof ways,
    sender,
    account: { url: url ?? '', username, password: open(pair, sealed_password ?? Buffer.alloc(0)) },
    changedAt: changed_at,
  }))
}
