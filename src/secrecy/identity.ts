import { accountAt } from '../accounts/at-door.ts'
import { blindIndex, normaliseEmail, normalisePhone, senderIndex } from '../accounts/contact.ts'
import { fingerprintsOf, type Named, printColumns } from '../accounts/fingerprint.ts'
import { hex } from '../platform/hex.ts'
import { type KeyPair, open, seal } from '../platform/seal.ts'
import { isSealed, type Keeper } from '../report/keeper.ts'

/** What the web process holds of the installation's secrets: enough to seal and to find again, not to open. */
export type IdentityKeys = {
  /** Behind report keys; 32 bytes. */
  reportSecret: Buffer
  /** Behind the blind indexes of phones and e-mails; 32 bytes. */
  indexSecret: Buffer
  /** Public half of the key pair whose other half only the worker has. */
  sealTo: Uint8Array
  /** Each report's own keys, as long as they are not destroyed. */
  keeper: Keeper
}

/** Which account filed, and which of its reports this is (src/report/own-links.ts). */
export type Own = { account: string; n: number }

/** What is sealed with a filing. */
export type Filed = Named & Partial<Own>

/**
 * Columns of identity.filing for contact details and account, as JSON for the database; nothing where there is neither. Sealed
 * twice: under the report's own key, which can be destroyed, and for the worker, so that the web process cannot open it again.
 * A phone or an account at a door is found again by its index only where no account is: an index would tell which reports are one account's.
 */
export function sealContact(keys: IdentityKeys, reportId: string, contact: Named | undefined, own?: Own) {
  const said = contact && Object.values(contact).some(Boolean) ? contact : undefined
  if (!said && !own) return {}
  const phone = own ? undefined : said?.phone && normalisePhone(said.phone)
  const at = own || !said ? undefined : accountAt(said)
  const has = {
    has_phone: Boolean(said?.phone && normalisePhone(said.phone)),
    has_email: Boolean(said?.email && normaliseEmail(said.email)),
  }
  const columns = sealedColumns(keys, reportId, { ...said, ...own })
  return {
    sealed: hex(columns.sealed),
    account_link: columns.account_link && hex(columns.account_link),
    phone_index: phone ? hex(blindIndex(keys.indexSecret, 'phone', phone)) : undefined,
    door_index: at && hex(senderIndex(keys.indexSecret, at.door, at.id)),
    ...has,
    ...(said && prints(keys.indexSecret, said)),
  }
}

/** @throws when this number of the account, or who filed this report, was erased */
export function sealedColumns(keys: Pick<IdentityKeys, 'sealTo' | 'keeper'>, reportId: string, filed: Filed) {
  const { account, n } = filed
  return {
    sealed: seal(keys.sealTo, keys.keeper.sealIdentity(reportId, JSON.stringify(filed))),
    account_link: account !== undefined && n !== undefined ? linkOf(keys.keeper, { account, n }) : null,
  }
}

function linkOf(keeper: Keeper, { account, n }: Own): Buffer {
  const { newest } = keeper.links(account, n)
  if (!newest) throw new Error('The number of a report that was erased is not given again')
  return newest
}

/** What came with a report, through both seals; empty once its key was destroyed. */
export function openFiled(pair: KeyPair, keeper: Keeper, reportId: string, sealed: Buffer): Filed {
  const inner = open(pair, sealed)
  const filed = isSealed(inner) ? keeper.open(reportId, inner) : inner
  return filed ? (JSON.parse(filed) as Filed) : {}
}

/** By which an officer's words are stopped when they name the reporter (src/secrecy/letting-words-out.ts); JSON has no bytes. */
function prints(secret: Buffer, contact: Named) {
  const columns = printColumns(fingerprintsOf(secret, contact))
  return { ...columns, print_salt: hex(columns.print_salt) }
}
