import type { Named } from '../accounts/fingerprint.ts'
import { normaliseEmail, normalisePhone } from '../accounts/contact.ts'
import type { Tx } from '../report/as.ts'
import type { Channel } from './table.ts'
import { directTo } from './x-address.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import { filerOf, type Opener } from '../secrecy/filer.ts'

/** Someone who can be written to. `person` tells recipients of one message apart; it names nobody. */
export type Recipient = {
  person: string
  reportId: string
  /** An officer's; never a reporter's. */
  accountId: string | null
  /** A reporter who filed with an account. */
  toAccount?: boolean
  channel: Channel
  /** An e-mail address, a phone number in international form, or where on X (x-address.ts). */
  address: string
  /** Of a phone number or an account of X: its blind index, by which messages to one keep their order. */
  phoneIndex?: Buffer
}

/**
 * The reporter of this report, by the contact given with it, else by the account; none when there is neither, or no news are
 * wanted by mail. By SMS where there is no e-mail, or none that letters reach, on X where there is neither; unless that number or
 * account said STOP.
 */
export async function reporterOf(tx: Tx, pair: Opener, reportId: string): Promise<Recipient[]> {
  const { given, account, mail } = await filerOf(tx, pair, reportId)
  if (mail.stopped) return []
  const reporter = { person: 'reporter', reportId, accountId: null, toAccount: account !== undefined }
  const email = usable(given.email) ?? (account?.disabled ? undefined : usable(account?.contact.email))
  if (email && !mail.failed) return [{ ...reporter, channel: 'email', address: email }]
  // An account has an e-mail, and its reports no index by which a STOP would be found.
  const phone = account ? null : given.phone && normalisePhone(given.phone)
  if (phone) return unlessStopped(tx, { ...reporter, channel: 'sms', address: phone })
  return given.x ? unlessStopped(tx, { ...reporter, channel: 'x', address: directTo(given.x.id) }) : []
}

/** None for a number or account that said STOP. */
async function unlessStopped(tx: Tx, recipient: Recipient): Promise<Recipient[]> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.sms_stop as s', (join) =>
      join.on((on) => on('s.phone_index', '=', on.fn.coalesce('f.phone_index', 'f.x_index'))),
    )
    .select(['f.phone_index', 'f.x_index', 's.since as silent_since'])
    .where('f.report_id', '=', recipient.reportId)
    .executeTakeFirst()
  return filing?.silent_since ? [] : [{ ...recipient, phoneIndex: filing?.phone_index ?? filing?.x_index ?? undefined }]
}

/** Who filed a report, as far as they said: what came with it, else what their account knows. Empty when there is nothing. */
export async function contactOf(tx: Tx, pair: Opener, reportId: string): Promise<Named> {
  const { given, account } = await filerOf(tx, pair, reportId)
  return { ...account?.contact, ...given }
}

/** The e-mail of a sealed account; undefined where there is none that letters can reach. */
export function emailIn(pair: KeyPair, sealed: Buffer | null | undefined): string | undefined {
  if (!sealed) return undefined
  return usable((JSON.parse(open(pair, sealed)) as { email?: unknown }).email)
}

function usable(email: unknown): string | undefined {
  return (typeof email === 'string' && normaliseEmail(email)) || undefined
}
