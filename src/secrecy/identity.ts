import { blindIndex, normaliseEmail, normalisePhone } from '../accounts/contact.ts'
import { fingerprintsOf, printColumns } from '../accounts/fingerprint.ts'
import { seal } from '../platform/seal.ts'
import type { Keeper } from '../report/keeper.ts'

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

/**
 * Columns of identity.filing for contact details, as JSON for the database; nothing where there is nothing. Sealed twice: under
 * the report's own key, which can be destroyed, and for the worker, so that the web process cannot open it again.
 */
export function sealContact(
  keys: IdentityKeys,
  reportId: string,
  contact: { name?: string; phone?: string; email?: string } | undefined,
) {
  if (!contact || !Object.values(contact).some(Boolean)) return {}
  const phone = contact.phone && normalisePhone(contact.phone)
  const email = contact.email && normaliseEmail(contact.email)
  return {
    sealed: hex(seal(keys.sealTo, keys.keeper.sealIdentity(reportId, JSON.stringify(contact)))),
    phone_index: phone ? hex(blindIndex(keys.indexSecret, 'phone', phone)) : undefined,
    email_index: email ? hex(blindIndex(keys.indexSecret, 'email', email)) : undefined,
    ...prints(keys.indexSecret, contact),
  }
}

/** By which an officer's words are stopped when they name the reporter (src/secrecy/letting-words-out.ts); JSON has no bytes. */
function prints(secret: Buffer, contact: { name?: string; phone?: string; email?: string }) {
  const columns = printColumns(fingerprintsOf(secret, contact))
  return { ...columns, print_salt: hex(columns.print_salt) }
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
