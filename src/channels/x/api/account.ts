import { type KeyPair, open } from '../../../platform/seal.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { Db } from '../../../platform/db.ts'
import type { Us } from '../post.ts'

/** As X's developer portal shows them: app key and secret, access token and secret of our account (OAuth 1.0a), bearer token. */
export type XKeys = {
  apiKey: string
  apiSecret: string
  accessToken: string
  accessSecret: string
  bearer: string
}

export type XAccount = Us & {
  id: string
  apiUrl: string
  mediaUrl: string
  directMediaUrl: string
  keys: XKeys
  changedAt: Date
}

/** The account that the operator has set (`lapor x set`); undefined where there is none. @param db role lapor_worker */
export async function readAccount(db: Db, pair: KeyPair): Promise<XAccount | undefined> {
  const row = await as(db, system, (tx) =>
    tx
      .selectFrom('identity.x_account')
      .select(['id', 'api_url', 'media_url', 'direct_media_url', 'user_id', 'handle', 'sealed_keys', 'changed_at'])
      .executeTakeFirst(),
  )
  return (
    row && {
      id: row.id,
      apiUrl: row.api_url,
      mediaUrl: row.media_url,
      directMediaUrl: row.direct_media_url,
      userId: row.user_id,
      handle: row.handle,
      keys: JSON.parse(open(pair, row.sealed_keys)) as XKeys,
      changedAt: row.changed_at,
    }
  )
}
