import type { Named } from '../accounts/fingerprint.ts'
import type { Db } from '../platform/db.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import type { Keeper } from '../report/keeper.ts'
import { openFiled } from './identity.ts'

/** What only the worker has: the half of the pair that opens, and with it each report's own key. */
export type Opener = KeyPair & { keeper: Keeper }

/**
 * `given`: what was said with the report. `account`: what the one with which it was filed knows. `mail`: whether letters came back
 * for good, or are not wanted. `news` and `newsBy`: what they chose to hear and by which way, in the words of identity.filing; null
 * where they chose nothing.
 */
export type Filer = {
  given: Named
  account?: { disabled: boolean; contact: Named }
  mail: { failed: boolean; stopped: boolean }
  news: string | null
  newsBy: string | null
}

/** Who filed this report, as far as anybody knows. @param db role lapor_worker, or the owner */
export async function filerOf(db: Db, opener: Opener, reportId: string): Promise<Filer> {
  const filing = await db
    .selectFrom('identity.filing')
    .select(['sealed', 'mail_failed_at', 'mail_stopped_at', 'news', 'news_by'])
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  const mail = { failed: Boolean(filing?.mail_failed_at), stopped: Boolean(filing?.mail_stopped_at) }
  if (!filing?.sealed) return { given: {}, mail, news: null, newsBy: null }
  const { account, n: _, ...given } = openFiled(opener, opener.keeper, reportId, filing.sealed)
  const known = account === undefined ? undefined : await accountOf(db, opener, account)
  return { given, mail, account: known, news: filing.news ?? known?.news ?? null, newsBy: filing.news_by }
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
