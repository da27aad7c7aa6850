import type { Named } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import type { Keeper } from '../report/keeper.ts'
import { openFiled } from './identity.ts'

/** What only the worker has: the half of the pair that opens, and with it each report's own key. */
export type Opener = KeyPair & { keeper: Keeper }

/**
 * `given`: what was said with the report. `account`: what the one with which it was filed knows. `news` and `newsBy`: what they chose
 * to hear and by which way, in the words of identity.filing; null where they chose nothing.
 */
export type Filer = {
  given: Named
  account?: { disabled: boolean; contact: Named }
  news: string | null
  newsBy: string | null
}

/** Who filed this report, as far as anybody knows. @param db role lapor_worker, or the owner */
export async function filerOf(db: Db, opener: Opener, reportId: string): Promise<Filer> {
  const filing = await db
    .selectFrom('identity.filing')
    .select(['sealed', 'news', 'news_by'])
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (!filing?.sealed) return { given: {}, news: null, newsBy: null }
  const { account, n: _, ...given } = openFiled(opener, opener.keeper, reportId, filing.sealed)
  const known = account === undefined ? undefined : await accountOf(db, opener, account)
  return { given, account: known, news: filing.news ?? known?.news ?? null, newsBy: filing.news_by }
}

async function accountOf(db: Db, pair: KeyPair, id: string) {
  const account = await db
    .selectFrom('identity.account')
    .select(['sealed', 'disabled_at', 'news'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!account) return undefined
  const contact = JSON.parse(open(pair, account.sealed)) as Named
  return { disabled: account.disabled_at !== null, contact, news: account.news }
}
